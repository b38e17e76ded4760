package org.patchbay.workspaces;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Cursor;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The people of the bound workspace.
@Component
public class Members {

    private final MemberStore members;
    private final Transactions transactions;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    Members(MemberStore members, Transactions transactions, Outbox outbox, ApplicationEventPublisher events) {
        this.members = members;
        this.transactions = transactions;
        this.outbox = outbox;
        this.events = events;
    }

    /// The member that a person is here; empty if they are none.
    public Optional<Member> ofUser(UUID userId) {
        return transactions.read(() -> members.ofUser(userId));
    }

    /// @throws org.patchbay.kernel.Problem 404 if there is no such member here
    public Member get(UUID memberId) {
        return transactions.read(() -> require(memberId));
    }

    /// The role of every member.
    public Map<UUID, Role> roles() {
        return transactions.read(members::roles);
    }

    /// Members by name.
    ///
    /// @param limit 1 to 200
    public Page<Member> page(@Nullable String cursor, int limit) {
        Optional<List<String>> after = Cursor.decode(cursor, 2);
        List<Member> rows =
                transactions.read(() -> after.map(key -> members.pageAfter(key.get(0), parseId(key.get(1)), limit + 1))
                        .orElseGet(() -> members.firstPage(limit + 1)));
        return Page.of(
                rows,
                limit,
                member -> List.of(
                        member.name().toLowerCase(Locale.ROOT), member.id().toString()));
    }

    /// Gives a member another role.
    public Member changeRole(Caller.InWorkspace caller, UUID memberId, Role role) {
        return transactions.write(() -> {
            List<UUID> owners = members.lockOwners();
            Member member = require(memberId);
            checkReach(caller, member.role());
            checkReach(caller, role);
            if (member.role() == role) {
                return member;
            }
            if (role != Role.OWNER) {
                checkNotLastOwner(owners, memberId);
            }
            members.setRole(memberId, role);
            Member changed = require(memberId);
            events.publishEvent(new MemberChanged(Tenancy.workspaceId(), memberId, role));
            events.publishEvent(AuditFact.of("member.role-changed", target(member))
                    .with(Map.of("from", member.role().code(), "to", role.code())));
            outbox.append("member.updated", Audience.everyone(), changed);
            return changed;
        });
    }

    /// Takes somebody out of the workspace; the person and their other workspaces stay.
    public void remove(Caller.InWorkspace caller, UUID memberId) {
        transactions.write(() -> {
            List<UUID> owners = members.lockOwners();
            Member member = require(memberId);
            checkReach(caller, member.role());
            checkNotLastOwner(owners, memberId);
            events.publishEvent(AuditFact.of("member.removed", target(member)));
            members.remove(memberId);
            events.publishEvent(new MemberRemoved(Tenancy.workspaceId(), memberId, member.userId()));
            outbox.append("member.removed", Audience.everyone(), Map.of("memberId", memberId));
        });
    }

    /// @throws org.patchbay.kernel.Problem 403 where the caller's role is below that one
    public static void checkReach(Caller.InWorkspace caller, Role role) {
        if (!caller.role().reaches(role)) {
            throw Problems.FORBIDDEN.because(
                    "You are " + caller.role().code() + " here. This takes the role " + role.code() + ".");
        }
    }

    static AuditFact.Target target(Member member) {
        return new AuditFact.Target("member", member.id().toString(), member.name());
    }

    private static void checkNotLastOwner(List<UUID> owners, UUID memberId) {
        if (owners.equals(List.of(memberId))) {
            throw WorkspaceProblems.LAST_OWNER.because("Make somebody else an owner first.");
        }
    }

    private Member require(UUID memberId) {
        return members.find(memberId).orElseThrow(() -> Problems.notFound("member"));
    }

    private static UUID parseId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException forged) {
            throw Cursor.unknown();
        }
    }
}
