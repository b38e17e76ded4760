package org.patchbay.calls.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.Call.Parties;
import org.patchbay.calls.machine.Call.Terms;
import org.patchbay.calls.machine.CallEvent.Candidates;
import org.patchbay.calls.machine.CallEvent.Incoming;
import org.patchbay.calls.machine.CallEvent.Placed;

/// Who and what these tests speak of.
final class Cast {

    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    static final UUID ANN = new UUID(1, 1);
    static final UUID BOB = new UUID(1, 2);
    static final UUID CLEO = new UUID(1, 3);

    static final UUID CALL = new UUID(2, 1);
    static final UUID WORKSPACE = new UUID(2, 2);
    static final UUID CUSTOMER_LEG = new UUID(3, 2);
    static final UUID AGENT_LEG = new UUID(3, 4);
    static final UUID SECOND_LEG = new UUID(3, 6);

    static final String CALLER = "CA-caller";
    static final String CUSTOMER = "CA-customer";
    static final String AGENT = "CA-agent";
    static final String SECOND = "CA-second-agent";
    static final String PHONE = "CA-phone";
    static final String ROOM = "CF-room";

    static final Parties FROM_OUTSIDE = new Parties("+4930111", "+4930999", "Ada", null, null);
    static final Parties TO_OUTSIDE = new Parties("+4930999", "+4930111", null, null, null);

    static final Terms MESSAGE = terms(Unanswered.MESSAGE, null, false);
    static final Terms VOICEMAIL = terms(Unanswered.VOICEMAIL, null, false);
    static final Terms FORWARD = terms(Unanswered.FORWARD, "+4930222", false);
    static final Terms WHISPER = terms(Unanswered.FORWARD, "+4930222", true);
    static final Terms FORWARD_ELSE_VOICEMAIL = terms(Unanswered.VOICEMAIL, "+4930222", false);

    private Cast() {}

    private static Terms terms(Unanswered unanswered, @Nullable String forwardTo, boolean whisper) {
        return new Terms(true, Duration.ofSeconds(60), unanswered, forwardTo, whisper, Duration.ZERO);
    }

    static Incoming incoming(Terms terms, Candidates candidates) {
        return new Incoming(CALL, WORKSPACE, CUSTOMER_LEG, CALLER, FROM_OUTSIDE, terms, false, false, candidates);
    }

    static Incoming forwarded(Terms terms) {
        return new Incoming(CALL, WORKSPACE, CUSTOMER_LEG, CALLER, FROM_OUTSIDE, terms, true, false, Candidates.NOBODY);
    }

    static Incoming blocked() {
        return new Incoming(CALL, WORKSPACE, CUSTOMER_LEG, CALLER, FROM_OUTSIDE, MESSAGE, false, true, free(ANN));
    }

    static Incoming toUnknownNumber() {
        return new Incoming(CALL, WORKSPACE, CUSTOMER_LEG, CALLER, FROM_OUTSIDE, null, false, false, free(ANN));
    }

    static Candidates free(UUID... members) {
        return new Candidates(Set.of(members), Set.of());
    }

    static Candidates busy(UUID... members) {
        return new Candidates(Set.of(), Set.of(members));
    }

    /// Ann calls a customer from her browser.
    static Placed placed() {
        return new Placed(CALL, WORKSPACE, Via.BROWSER, TO_OUTSIDE, MESSAGE, ANN, "Ann", CUSTOMER_LEG, null, null);
    }

    /// Ann calls a customer, and we ring her first.
    static Placed placedVia(Via via) {
        String address = via == Via.PHONE ? "+4930333" : "client:ann";
        return new Placed(CALL, WORKSPACE, via, TO_OUTSIDE, MESSAGE, ANN, "Ann", CUSTOMER_LEG, AGENT_LEG, address);
    }
}
