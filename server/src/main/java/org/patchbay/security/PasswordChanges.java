package org.patchbay.security;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.kernel.access.Caller;
import org.patchbay.mail.Letter;
import org.patchbay.mail.Post;
import org.patchbay.workspaces.LinkDelivery;
import org.patchbay.workspaces.Links;
import org.patchbay.workspaces.Member;
import org.patchbay.workspaces.Members;
import org.patchbay.workspaces.Membership;
import org.patchbay.workspaces.People;
import org.patchbay.workspaces.User;
import org.patchbay.workspaces.WorkspaceProblems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Choosing another password: knowing the old one, by a mailed link, or by a link from an admin.
@Component
public class PasswordChanges {

    private final People people;
    private final Members members;
    private final Credentials credentials;
    private final Passwords passwords;
    private final OneTimeTokens tokens;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Links links;
    private final Post post;

    PasswordChanges(
            People people,
            Members members,
            Credentials credentials,
            Passwords passwords,
            OneTimeTokens tokens,
            Sessions sessions,
            SignInThrottle throttle,
            Transactions transactions,
            ApplicationEventPublisher events,
            Links links,
            Post post) {
        this.people = people;
        this.members = members;
        this.credentials = credentials;
        this.passwords = passwords;
        this.tokens = tokens;
        this.sessions = sessions;
        this.throttle = throttle;
        this.transactions = transactions;
        this.events = events;
        this.links = links;
        this.post = post;
    }

    /// Changes a known password; the person's other sessions end.
    public void change(Caller.Person person, String current, String chosen) {
        throttle.attempt(person.email(), person.address());
        String hash = Tenancy.globally(() -> transactions.read(() -> credentials.passwordHash(person.userId())))
                .orElse(null);
        if (!passwords.matches(current, hash)) {
            throw SecurityProblems.WRONG_PASSWORD
                    .because("That is not your current password.")
                    .at("currentPassword", "does not match");
        }
        throttle.succeeded(person.email(), person.address());
        set(person.userId(), chosen, person.sessionId());
    }

    /// Mails a link, if the address is known and mail can be sent. The answer never tells which.
    public void request(String email) {
        if (!post.configured()) {
            post.send(new Letter(email, "Choose a new password", "")); // logs that there is no mail server
            return;
        }
        Tenancy.globally(() -> transactions.read(() -> people.byEmail(email)))
                .ifPresent(user ->
                        // Off the request's path: how long a mail server takes would tell that the address is known.
                        Thread.ofVirtual().name("password-mail").start(() -> deliver(user)));
    }

    /// Makes a link for a member, on an admin's word.
    public LinkDelivery forMember(Caller.InWorkspace caller, UUID memberId) {
        Member member = members.get(memberId);
        Members.checkReach(caller, member.role());
        List<Membership> memberships =
                Tenancy.globally(() -> transactions.read(() -> people.memberships(member.userId())));
        if (memberships.size() > 1) {
            throw SecurityProblems.MEMBER_ELSEWHERE.because(member.name()
                    + " is a member of another workspace too, and must ask for the link on the" + " sign-in page.");
        }
        transactions.write(() -> events.publishEvent(AuditFact.of(
                "member.password-link-made",
                new AuditFact.Target("member", member.id().toString(), member.name()))));
        return deliver(Tenancy.globally(() -> transactions.read(() -> people.byId(member.userId()))));
    }

    /// Sets the password of the person whose link it is, and ends all their sessions.
    public void complete(String token, String chosen) {
        UUID userId = Tenancy.globally(
                        () -> transactions.write(() -> tokens.redeem(OneTimeTokens.Purpose.PASSWORD_RESET, token)))
                .orElseThrow(() -> WorkspaceProblems.LINK_EXPIRED.because(
                        "This link was used or is too old. Ask for a new one on the sign-in page."));
        set(userId, chosen, null);
    }

    private void set(UUID userId, String chosen, @org.jspecify.annotations.Nullable UUID keptSession) {
        String hash = passwords.hash(chosen);
        Tenancy.globally(() -> transactions.write(() -> {
            credentials.setPasswordHash(userId, hash);
            tokens.discard(OneTimeTokens.Purpose.PASSWORD_RESET, userId);
            return sessions.endThose(userId, null, keptSession);
        }));
    }

    private LinkDelivery deliver(User user) {
        OneTimeTokens.Issued issued = Tenancy.globally(
                () -> transactions.write(() -> tokens.issue(OneTimeTokens.Purpose.PASSWORD_RESET, user.id())));
        String link = links.passwordReset(issued.token());
        boolean mailed = post.send(new Letter(user.email(), "Choose a new password", """
                Open this link to choose a new password for Patchbay. It works once, for two hours:

                %s

                Somebody asked for it. If that was not you, do nothing: your password stays as it is.
                """.formatted(link)));
        Instant expiresAt = issued.expiresAt();
        return new LinkDelivery(mailed, mailed ? null : link, expiresAt);
    }
}
