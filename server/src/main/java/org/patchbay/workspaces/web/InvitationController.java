package org.patchbay.workspaces.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.kernel.access.Role;
import org.patchbay.workspaces.Invitation;
import org.patchbay.workspaces.Invitations;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/invitations")
class InvitationController {

    private final Invitations invitations;

    InvitationController(Invitations invitations) {
        this.invitations = invitations;
    }

    @GetMapping
    @Requires(Permission.MEMBERS_INVITE)
    Page<Invitation> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "must be 1 to 200")
                    @Max(value = 200, message = "must be 1 to 200")
                    int limit) {
        return invitations.page(cursor, limit);
    }

    @PostMapping
    @Requires(Permission.MEMBERS_INVITE)
    @ResponseStatus(HttpStatus.CREATED)
    Invitations.Sent invite(Caller.InWorkspace caller, @Valid @RequestBody NewInvitation invitation) {
        return invitations.invite(caller, invitation.email().toLowerCase(Locale.ROOT), invitation.role());
    }

    @DeleteMapping("/{invitationId}")
    @Requires(Permission.MEMBERS_INVITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID invitationId) {
        invitations.withdraw(invitationId);
    }

    @PostMapping("/{invitationId}/renew")
    @Requires(Permission.MEMBERS_INVITE)
    Invitations.Sent renew(Caller.InWorkspace caller, @PathVariable UUID invitationId) {
        return invitations.renew(caller, invitationId);
    }

    record NewInvitation(
            @NotNull(message = "is missing")
            @Email(message = "must be an e-mail address")
            @Size(max = 254, message = "is too long")
            String email,

            @NotNull(message = "is missing") Role role) {}
}
