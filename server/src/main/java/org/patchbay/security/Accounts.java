package org.patchbay.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.kernel.access.Caller;
import org.patchbay.workspaces.Membership;
import org.patchbay.workspaces.People;
import org.patchbay.workspaces.User;
import org.patchbay.workspaces.WorkspaceProblems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Signing in: by password, or by a link that works once.
@Component
public class Accounts {

    /// Somebody who has just signed in.
    ///
    /// @param memberships by name of the workspace
    public record SignedIn(Sessions.Opened session, User user, List<Membership> memberships) {}

    private final People people;
    private final Credentials credentials;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final Sessions sessions;
    private final OneTimeTokens tokens;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    Accounts(
            People people,
            Credentials credentials,
            Passwords passwords,
            SignInThrottle throttle,
            Sessions sessions,
            OneTimeTokens tokens,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.people = people;
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.tokens = tokens;
        this.transactions = transactions;
        this.events = events;
    }

    /// Signs somebody in.
    ///
    /// @param email lower case
    /// @throws Problem 401 `sign-in-refused`, not telling whether the address is known; 429 `too-many-attempts`
    public SignedIn signIn(String email, String password, Client client) {
        User user = authenticate(email, password, client.address())
                .orElseThrow(() -> refused("The e-mail address and the password do not belong together."));
        return open(user, client, "password");
    }

    /// Signs somebody in with a link's token.
    ///
    /// @throws Problem 401 `link-expired`
    public SignedIn signInByLink(String token, Client client) {
        User user = Tenancy.globally(() -> transactions.write(() ->
                        tokens.redeem(OneTimeTokens.Purpose.SIGN_IN, token).map(people::byId)))
                .orElseThrow(() -> WorkspaceProblems.LINK_EXPIRED.because(
                        "This sign-in link was used or is too old. Start Patchbay again for a new one, or sign in"
                                + " with your password."));
        return open(user, client, "link");
    }

    /// The person whose address and password these are. Counts towards the throttle.
    Optional<User> authenticate(String email, String password, String address) {
        throttle.attempt(email, address);
        Optional<User> user = Tenancy.globally(() -> transactions.read(() -> people.byEmail(email)));
        String hash = user.flatMap(
                        known -> Tenancy.globally(() -> transactions.read(() -> credentials.passwordHash(known.id()))))
                .orElse(null);
        // Outside a transaction: hashing takes long, and must not hold a connection.
        if (passwords.matches(password, hash)) {
            throttle.succeeded(email, address);
            return user;
        }
        user.ifPresent(known -> audit(known, new AuditFact("session.refused", null, null, Map.of()), address));
        return Optional.empty();
    }

    /// Opens a session and notes it in the audit log of each workspace of the person.
    SignedIn open(User user, Client client, String how) {
        SignedIn signedIn = Tenancy.globally(() -> transactions.write(() -> new SignedIn(
                sessions.open(user.id(), client.address(), client.userAgent()), user, people.memberships(user.id()))));
        audit(user, AuditFact.of("session.signed-in").with(Map.of("by", how)), client.address());
        return signedIn;
    }

    /// Makes a sign-in link for one person, for the demonstration on this machine.
    public String signInToken(UUID userId) {
        return Tenancy.globally(() -> transactions.write(
                () -> tokens.issue(OneTimeTokens.Purpose.SIGN_IN, userId).token()));
    }

    static Problem refused(String detail) {
        return SecurityProblems.SIGN_IN_REFUSED.because(detail);
    }

    private void audit(User user, AuditFact fact, String address) {
        List<Membership> memberships = Tenancy.globally(() -> transactions.read(() -> people.memberships(user.id())));
        for (Membership membership : memberships) {
            AuditFact bySelf = fact.by(new AuditFact.Actor("member", membership.memberId(), user.name()));
            Tenancy.asWorkspace(
                    membership.workspace().id(),
                    () -> transactions.write(() -> {
                        ScopedValue.where(Caller.CURRENT, new Caller.Anonymous(address))
                                .run(() -> events.publishEvent(bySelf));
                        return bySelf;
                    }));
        }
    }

    /// Where a request to sign in comes from.
    public record Client(String address, @Nullable String userAgent) {}
}
