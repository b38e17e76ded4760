package org.patchbay.calls.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.BlockedCallers;
import org.patchbay.calls.BlockedCallers.BlockedCaller;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.workspaces.DialledNumbers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/blocked-callers")
class BlockedCallerController {

    private final BlockedCallers blocked;
    private final DialledNumbers dialled;

    BlockedCallerController(BlockedCallers blocked, DialledNumbers dialled) {
        this.blocked = blocked;
        this.dialled = dialled;
    }

    @GetMapping
    @Requires(Permission.CALLS_READ)
    List<BlockedCaller> all() {
        return blocked.all();
    }

    @PostMapping
    @Requires(Permission.CALLS_MANAGE)
    BlockedCaller block(Caller.InWorkspace caller, @Valid @RequestBody Wish wish) {
        return blocked.block(
                dialled.orEmpty("phoneNumber", wish.phoneNumber()),
                wish.reason() == null ? "" : wish.reason().strip(),
                caller instanceof Caller.Member member ? member.memberId() : null);
    }

    @DeleteMapping("/{phoneNumber}")
    @Requires(Permission.CALLS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblock(@PathVariable String phoneNumber) {
        blocked.unblock(dialled.orEmpty("phoneNumber", phoneNumber));
    }

    record Wish(
            @NotBlank(message = "is missing") @Size(max = 40, message = "must be a phone number")
            String phoneNumber,

            @Nullable @Size(max = 200, message = "may have up to 200 characters")
            String reason) {}
}
