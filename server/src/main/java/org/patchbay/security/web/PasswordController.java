package org.patchbay.security.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Open;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.kernel.access.SignedIn;
import org.patchbay.security.NewPassword;
import org.patchbay.security.PasswordChanges;
import org.patchbay.workspaces.LinkDelivery;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PasswordController {

    private final PasswordChanges changes;

    PasswordController(PasswordChanges changes) {
        this.changes = changes;
    }

    @PostMapping("/api/password-resets")
    @Open
    @ResponseStatus(HttpStatus.ACCEPTED)
    void request(@Valid @RequestBody Forgotten forgotten) {
        changes.request(forgotten.email().toLowerCase(Locale.ROOT));
    }

    @PostMapping("/api/password-resets/complete")
    @Open
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@Valid @RequestBody Chosen chosen) {
        changes.complete(chosen.token(), chosen.password());
    }

    @PutMapping("/api/profile/password")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Caller.Person person, @Valid @RequestBody Change change) {
        changes.change(person, change.currentPassword(), change.newPassword());
    }

    @PostMapping("/api/members/{memberId}/password-reset")
    @Requires(Permission.MEMBERS_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    LinkDelivery forMember(Caller.InWorkspace caller, @PathVariable UUID memberId) {
        return changes.forMember(caller, memberId);
    }

    record Forgotten(
            @NotNull(message = "is missing")
            @Email(message = "must be an e-mail address")
            @Size(max = 254, message = "is too long")
            String email) {}

    record Chosen(
            @NotNull(message = "is missing") @Size(min = 20, max = 100, message = "is not the token of a link")
            String token,

            @NotNull(message = "is missing")
            @Size(min = NewPassword.SHORTEST, max = NewPassword.LONGEST, message = "must have 10 to 200 characters")
            String password) {
        @Override
        public String toString() {
            return "Chosen[…]";
        }
    }

    record Change(
            @NotBlank(message = "is missing") @Size(max = 200, message = "is too long")
            String currentPassword,

            @NotNull(message = "is missing")
            @Size(min = NewPassword.SHORTEST, max = NewPassword.LONGEST, message = "must have 10 to 200 characters")
            String newPassword) {
        @Override
        public String toString() {
            return "Change[…]";
        }
    }
}
