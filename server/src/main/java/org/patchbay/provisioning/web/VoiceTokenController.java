package org.patchbay.provisioning.web;

import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.provisioning.VoiceAccess;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VoiceTokenController {

    private final VoiceAccess access;

    VoiceTokenController(VoiceAccess access) {
        this.access = access;
    }

    @GetMapping("/api/voice/token")
    @Requires(Permission.CALLS_MAKE)
    VoiceAccess.Pass get(Caller.Member caller) {
        return access.of(caller);
    }
}
