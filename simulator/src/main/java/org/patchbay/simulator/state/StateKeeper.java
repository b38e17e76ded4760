package org.patchbay.simulator.state;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Endpoint;
import org.patchbay.simulator.http.Request;

/// Keeps the state in its file: read at the start, written whenever a request may have changed it,
/// before that request is answered.
public final class StateKeeper {

    /// Paths of what is kept. Calls, messages and conferences, which are many, never match.
    private static final Pattern KEPT = Pattern.compile("/2010-04-01/Accounts(/[^/]+)?\\.json"
            + "|/2010-04-01/Accounts/[^/]+/(IncomingPhoneNumbers|Applications|Keys|SigningKeys|OutgoingCallerIds)"
            + "[/.].*"
            + "|/v1/(Keys|AuthTokens|Services).*"
            + "|/simulator/accounts/.*/rotate-token");

    private final StateStores stores;
    private final @Nullable StateFile file;
    private byte[] written = {};

    /// @param file where the state is kept, or null to keep nothing
    public StateKeeper(StateStores stores, @Nullable Path file) {
        this.stores = stores;
        this.file = file == null ? null : new StateFile(file);
    }

    /// Finds what an earlier run kept; a run without one starts with what `load` holds, if given.
    ///
    /// @throws BadState when a file cannot be used
    public void restore(@Nullable Path load) {
        if (file != null && file.exists()) {
            stores.restore(file.read());
        } else if (load != null) {
            stores.restore(new StateFile(load).read());
        }
    }

    /// Writes the state, unless the file says so already.
    ///
    /// @throws BadState when the file cannot be written
    public synchronized void save() {
        if (file == null) {
            return;
        }
        byte[] now = StateFile.bytes(stores.snapshot());
        if (!Arrays.equals(now, written)) {
            file.write(now);
            written = now;
        }
    }

    /// The endpoint, with the state saved after each request that may change it.
    public Endpoint keeping(Endpoint endpoint) {
        return file == null
                ? endpoint
                : request -> {
                    Answer answer;
                    try {
                        answer = endpoint.handle(request);
                    } finally {
                        if (mayChange(request)) {
                            save();
                        }
                    }
                    return answer;
                };
    }

    private static boolean mayChange(Request request) {
        return !request.method().equals("GET") && KEPT.matcher(request.path()).matches();
    }
}
