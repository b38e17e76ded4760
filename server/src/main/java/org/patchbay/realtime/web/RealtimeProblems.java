package org.patchbay.realtime.web;

import java.util.List;
import org.patchbay.kernel.ProblemType;

/// The refusals of the handshake.
public final class RealtimeProblems {

    public static final ProblemType ORIGIN_REFUSED =
            new ProblemType("origin-refused", 403, "Not from a page of this desk");
    public static final ProblemType WEBSOCKET_EXPECTED =
            new ProblemType("websocket-expected", 426, "This address speaks WebSocket");

    private RealtimeProblems() {}

    public static List<ProblemType> all() {
        return List.of(ORIGIN_REFUSED, WEBSOCKET_EXPECTED);
    }
}
