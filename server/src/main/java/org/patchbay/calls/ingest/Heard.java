package org.patchbay.calls.ingest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.Reply;

/// What became of something told, after it was written down.
///
/// @param call afterwards; null where the workspace has no such call: then nothing was written
/// @param repeated whether it had been told before: then nothing was decided, and `twiml` is what was answered
///     then
/// @param reply what the machine answers; empty where nobody asked, or it was repeated
public record Heard(@Nullable CallState call, boolean repeated, Optional<Reply> reply, Optional<String> twiml) {

    public boolean unknown() {
        return call == null;
    }
}
