package org.patchbay.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Open;
import org.patchbay.kernel.access.SignedIn;
import org.patchbay.security.Accounts;
import org.patchbay.security.SessionCookie;
import org.patchbay.security.Sessions;
import org.patchbay.workspaces.Membership;
import org.patchbay.workspaces.People;
import org.patchbay.workspaces.User;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SessionController {

    private final Accounts accounts;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final People people;
    private final Transactions transactions;

    SessionController(
            Accounts accounts, Sessions sessions, SessionCookie cookie, People people, Transactions transactions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookie = cookie;
        this.people = people;
        this.transactions = transactions;
    }

    @GetMapping("/api/session")
    @SignedIn
    SessionView get(Caller.Person person) {
        return Tenancy.globally(() -> transactions.read(() -> new SessionView(
                person.sessionId(), people.byId(person.userId()), people.memberships(person.userId()))));
    }

    @PostMapping("/api/session")
    @Open
    SessionView signIn(@Valid @RequestBody SignIn signIn, HttpServletRequest request, HttpServletResponse response) {
        String email = signIn.email().toLowerCase(Locale.ROOT);
        return answer(accounts.signIn(email, signIn.password(), client(request)), response);
    }

    @PostMapping("/api/session/link")
    @Open
    SessionView signInByLink(
            @Valid @RequestBody LinkToken link, HttpServletRequest request, HttpServletResponse response) {
        return answer(accounts.signInByLink(link.token(), client(request)), response);
    }

    @DeleteMapping("/api/session")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Caller.Person person, HttpServletResponse response) {
        sessions.end(person.userId(), person.sessionId());
        cookie.clear(response);
    }

    @GetMapping("/api/sessions")
    @SignedIn
    SessionList list(Caller.Person person) {
        return new SessionList(sessions.ofUser(person.userId()).stream()
                .map(session -> SessionList.Item.of(session, person.sessionId()))
                .toList());
    }

    @DeleteMapping("/api/sessions")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutEverywhere(Caller.Person person, HttpServletResponse response) {
        sessions.endAll(person.userId());
        cookie.clear(response);
    }

    @DeleteMapping("/api/sessions/{sessionId}")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller.Person person, @PathVariable UUID sessionId) {
        sessions.end(person.userId(), sessionId);
    }

    private SessionView answer(Accounts.SignedIn signedIn, HttpServletResponse response) {
        cookie.write(response, signedIn.session());
        return SessionView.of(signedIn);
    }

    static Accounts.Client client(HttpServletRequest request) {
        return new Accounts.Client(request.getRemoteAddr(), request.getHeader("User-Agent"));
    }

    /// Who is signed in, and where they are a member.
    record SessionView(UUID id, User user, List<Membership> memberships) {
        static SessionView of(Accounts.SignedIn signedIn) {
            return new SessionView(signedIn.session().id(), signedIn.user(), signedIn.memberships());
        }
    }

    record SignIn(
            @NotNull(message = "is missing")
            @Email(message = "must be an e-mail address")
            @Size(max = 254, message = "is too long")
            String email,

            @NotBlank(message = "is missing") @Size(max = 200, message = "is too long")
            String password) {
        @Override
        public String toString() {
            return "SignIn[…]";
        }
    }

    record LinkToken(
            @NotNull(message = "is missing") @Size(min = 20, max = 100, message = "is not the token of a link")
            String token) {
        @Override
        public String toString() {
            return "LinkToken[…]";
        }
    }
}
