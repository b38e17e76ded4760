package org.patchbay.workspaces;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Cursor;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.Secret;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Role;
import org.patchbay.mail.Letter;
import org.patchbay.mail.Post;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Brings people into workspaces by link.
@Component
public class Invitations {

    /// How long a link works: a week-end and the days around it.
    static final Duration VALIDITY = Duration.ofDays(7);

    /// An invitation, and how its link reaches the person.
    public record Sent(Invitation invitation, LinkDelivery delivery) {}

    private final InvitationStore invitations;
    private final MemberStore members;
    private final Workspaces workspaces;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Links links;
    private final Post post;
    private final Clock clock;

    Invitations(
            InvitationStore invitations,
            MemberStore members,
            Workspaces workspaces,
            JdbcClient jdbc,
            Transactions transactions,
            Outbox outbox,
            ApplicationEventPublisher events,
            Links links,
            Post post,
            Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.workspaces = workspaces;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = outbox;
        this.events = events;
        this.links = links;
        this.post = post;
        this.clock = clock;
    }

    /// Open invitations of the bound workspace, newest first.
    public Page<Invitation> page(@Nullable String cursor, int limit) {
        UUID before = Cursor.decodeId(cursor).orElse(null);
        return Page.of(
                transactions.read(() -> invitations.page(before, limit + 1)),
                limit,
                invitation -> List.of(invitation.id().toString()));
    }

    /// Invites somebody to the bound workspace.
    ///
    /// @param email lower case
    public Sent invite(Caller.InWorkspace caller, String email, Role role) {
        Members.checkReach(caller, role);
        String token = Secret.random();
        Instant now = clock.instant();
        Invitation invitation = new Invitation(Ids.next(), email, role, caller.name(), now, now.plus(VALIDITY));
        transactions.write(() -> {
            if (members.hasEmail(email)) {
                throw WorkspaceProblems.ALREADY_MEMBER.because("Somebody with this address is a member already.");
            }
            UUID member = caller instanceof Caller.Member ? caller.actorId() : null;
            if (!invitations.add(caller.workspaceId(), invitation, Secret.hash(token), member)) {
                throw WorkspaceProblems.ALREADY_INVITED.because(
                        "This address is invited already. Make a new link for that invitation, or withdraw it.");
            }
            tell("invitation.created", "member.invited", invitation);
        });
        return new Sent(invitation, deliver(invitation, token));
    }

    /// Makes a new link for an invitation; the old one stops working.
    public Sent renew(Caller.InWorkspace caller, UUID invitationId) {
        String token = Secret.random();
        Invitation renewed = transactions.write(() -> {
            Invitation invitation = require(invitationId);
            Members.checkReach(caller, invitation.role());
            invitations.renew(invitationId, Secret.hash(token), clock.instant().plus(VALIDITY));
            events.publishEvent(AuditFact.of("invitation.renewed", target(invitation)));
            return require(invitationId);
        });
        return new Sent(renewed, deliver(renewed, token));
    }

    public void withdraw(UUID invitationId) {
        transactions.write(() -> {
            Invitation invitation = require(invitationId);
            invitations.remove(invitationId);
            tell("invitation.withdrawn", "invitation.withdrawn", invitation);
        });
    }

    /// The open invitation behind a link, wherever it is to.
    ///
    /// @throws Problem 401 `link-expired`
    public InvitationPreview lookUp(String token) {
        return Tenancy.globally(() -> transactions.read(() -> jdbc.sql("select * from lookup_invitation(:hash)")
                        .param("hash", Secret.hash(token))
                        .query((row, number) -> Map.entry(
                                row.getTimestamp("expires_at").toInstant(),
                                new InvitationPreview(
                                        row.getObject("workspace_id", UUID.class),
                                        row.getObject("id", UUID.class),
                                        row.getString("workspace_name"),
                                        row.getString("email"),
                                        Role.of(row.getString("role")),
                                        row.getString("invited_by_name"))))
                        .optional()))
                .filter(found -> found.getKey().isAfter(clock.instant()))
                .map(Map.Entry::getValue)
                .orElseThrow(Invitations::expired);
    }

    /// Makes a person a member, in the running transaction of the inviting workspace's scope.
    ///
    /// @throws Problem 401 `link-expired` if somebody else used the link meanwhile
    public void accept(InvitationPreview invitation, User user) {
        if (!invitations.remove(invitation.invitationId())) {
            throw expired();
        }
        if (members.ofUser(user.id()).isPresent()) {
            return;
        }
        UUID memberId = Ids.next();
        members.add(invitation.workspaceId(), memberId, user.id(), invitation.role(), clock.instant());
        Member member = members.find(memberId).orElseThrow();
        events.publishEvent(AuditFact.of("member.joined", Members.target(member))
                .by(new AuditFact.Actor("member", memberId, user.name()))
                .with(Map.of("role", invitation.role().code())));
        outbox.append("member.joined", Audience.everyone(), member);
        outbox.append(
                "invitation.accepted",
                Audience.holding(Permission.MEMBERS_INVITE),
                Map.of("invitationId", invitation.invitationId()));
    }

    private static Problem expired() {
        return WorkspaceProblems.LINK_EXPIRED.because(
                "This invitation was used, withdrawn, or is too old. Ask for a new one.");
    }

    private Invitation require(UUID id) {
        return invitations.find(id).orElseThrow(() -> Problems.notFound("invitation"));
    }

    private void tell(String event, String action, Invitation invitation) {
        events.publishEvent(AuditFact.of(action, target(invitation))
                .with(Map.of("role", invitation.role().code())));
        outbox.append(event, Audience.holding(Permission.MEMBERS_INVITE), Map.of("invitationId", invitation.id()));
    }

    private static AuditFact.Target target(Invitation invitation) {
        return new AuditFact.Target("invitation", invitation.id().toString(), invitation.email());
    }

    /// After the commit: a mail must not promise what was rolled back.
    private LinkDelivery deliver(Invitation invitation, String token) {
        String link = links.invitation(token);
        String workspace = workspaces.get().name();
        boolean mailed = post.send(new Letter(invitation.email(), "Join " + workspace + " on Patchbay", """
                %s invites you to %s, as %s.

                Open this link to choose a password and begin. It works once, until %tF:

                %s
                """.formatted(
                        invitation.invitedBy() == null ? "An admin" : invitation.invitedBy(),
                        workspace,
                        invitation.role().code(),
                        invitation.expiresAt().atZone(java.time.ZoneOffset.UTC),
                        link)));
        return new LinkDelivery(mailed, mailed ? null : link, invitation.expiresAt());
    }
}
