package org.patchbay.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Open;
import org.patchbay.kernel.access.Role;
import org.patchbay.kernel.access.SignedIn;
import org.patchbay.security.Accounts;
import org.patchbay.security.NewPassword;
import org.patchbay.security.SessionCookie;
import org.patchbay.security.SignUps;
import org.patchbay.security.web.SessionController.SessionView;
import org.patchbay.workspaces.InvitationPreview;
import org.patchbay.workspaces.Invitations;
import org.patchbay.workspaces.People;
import org.patchbay.workspaces.Workspace;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How somebody gets in who was not in before.
@RestController
class JoinController {

    private final SignUps signUps;
    private final Invitations invitations;
    private final SessionCookie cookie;
    private final People people;
    private final Transactions transactions;

    JoinController(
            SignUps signUps, Invitations invitations, SessionCookie cookie, People people, Transactions transactions) {
        this.signUps = signUps;
        this.invitations = invitations;
        this.cookie = cookie;
        this.people = people;
        this.transactions = transactions;
    }

    @PostMapping("/api/sign-up")
    @Open
    @ResponseStatus(HttpStatus.CREATED)
    SessionView signUp(@Valid @RequestBody SignUp signUp, HttpServletRequest request, HttpServletResponse response) {
        Accounts.SignedIn signedIn = signUps.signUp(signUp.toOwner(), SessionController.client(request));
        cookie.write(response, signedIn.session());
        return SessionView.of(signedIn);
    }

    @PostMapping("/api/workspaces")
    @SignedIn
    @ResponseStatus(HttpStatus.CREATED)
    Workspace another(Caller.Person person, @Valid @RequestBody NewWorkspace workspace) {
        var owner = Tenancy.globally(() -> transactions.read(() -> people.byId(person.userId())));
        return signUps.another(owner, workspace.name(), workspace.country(), workspace.timeZone());
    }

    @PostMapping("/api/invitations/look-up")
    @Open
    Preview lookUp(@Valid @RequestBody SessionController.LinkToken link) {
        InvitationPreview found = invitations.lookUp(link.token());
        return new Preview(
                found.workspaceName(), found.email(), found.role(), found.invitedBy(), signUps.known(found.email()));
    }

    @PostMapping("/api/invitations/accept")
    @Open
    SessionView accept(
            @Valid @RequestBody Acceptance acceptance, HttpServletRequest request, HttpServletResponse response) {
        Accounts.SignedIn signedIn = signUps.accept(
                acceptance.token(), acceptance.name(), acceptance.password(), SessionController.client(request));
        cookie.write(response, signedIn.session());
        return SessionView.of(signedIn);
    }

    record Preview(
            String workspaceName,
            String email,
            Role role,
            @Nullable String invitedBy,
            boolean accountExists) {}

    record Acceptance(
            @NotNull(message = "is missing") @Size(min = 20, max = 100, message = "is not the token of a link")
            String token,

            @Nullable @Size(max = 100, message = "may have up to 100 characters")
            String name,

            @NotBlank(message = "is missing") @Size(max = 200, message = "is too long")
            String password) {
        @Override
        public String toString() {
            return "Acceptance[…]";
        }
    }

    record NewWorkspace(
            @NotBlank(message = "is missing") @Size(max = 100, message = "may have up to 100 characters")
            String name,

            @Nullable @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter country code of ISO 3166")
            String country,

            @Nullable @Size(max = 64, message = "must be an IANA time zone such as Europe/Berlin")
            String timeZone) {}

    record SignUp(
            @NotBlank(message = "is missing") @Size(max = 100, message = "may have up to 100 characters")
            String name,

            @NotNull(message = "is missing")
            @Email(message = "must be an e-mail address")
            @Size(max = 254, message = "is too long")
            String email,

            @NotNull(message = "is missing")
            @Size(min = NewPassword.SHORTEST, max = NewPassword.LONGEST, message = "must have 10 to 200 characters")
            String password,

            @NotBlank(message = "is missing") @Size(max = 100, message = "may have up to 100 characters")
            String workspaceName,

            @Nullable @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter country code of ISO 3166")
            String country,

            @Nullable @Size(max = 64, message = "must be an IANA time zone such as Europe/Berlin")
            String timeZone) {

        SignUps.NewOwner toOwner() {
            return new SignUps.NewOwner(
                    name, email.toLowerCase(Locale.ROOT), password, workspaceName, country, timeZone);
        }

        @Override
        public String toString() {
            return "SignUp[…]";
        }
    }
}
