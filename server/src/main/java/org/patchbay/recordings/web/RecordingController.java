package org.patchbay.recordings.web;

import java.util.UUID;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.recordings.Removal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RecordingController {

    private final Removal removal;

    RecordingController(Removal removal) {
        this.removal = removal;
    }

    @DeleteMapping("/api/recordings/{recordingId}")
    @Requires(Permission.RECORDINGS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller.InWorkspace caller, @PathVariable UUID recordingId) {
        removal.delete(caller, recordingId);
    }
}
