package org.patchbay.numbers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.patchbay.kernel.access.Permission;
import org.patchbay.workspaces.Members;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The bound workspace's phone numbers: what they are called, who uses them, and what happens with a call.
@Component
public class Numbers {

    private final NumberStore numbers;
    private final NumberHoldings holdings;
    private final Members members;
    private final Transactions transactions;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    Numbers(
            NumberStore numbers,
            NumberHoldings holdings,
            Members members,
            Transactions transactions,
            Outbox outbox,
            ApplicationEventPublisher events) {
        this.numbers = numbers;
        this.holdings = holdings;
        this.members = members;
        this.transactions = transactions;
        this.outbox = outbox;
        this.events = events;
    }

    /// @param limit 1 to 200
    /// @param attention only those that wait for somebody's decision or repair
    public Page<WorkspaceNumber> page(
            Caller.InWorkspace caller, @Nullable String cursor, int limit, boolean released, boolean attention) {
        UUID memberId = caller instanceof Caller.Member member ? member.memberId() : null;
        NumberStore.Place after = Cursor.decode(cursor, 3).map(Numbers::place).orElse(null);
        NumberStore.Filter filter = new NumberStore.Filter(released ? "released" : "active", attention, memberId);
        List<WorkspaceNumber> rows = transactions.read(() -> numbers.page(filter, after, limit + 1).stream()
                .map(number -> withHolder(number, caller))
                .toList());
        return Page.of(
                rows,
                limit,
                number -> List.of(
                        String.valueOf(memberId != null && number.memberIds().contains(memberId)),
                        number.phoneNumber(),
                        number.id().toString()));
    }

    /// @throws org.patchbay.kernel.Problem 404 if there is no such number here
    public WorkspaceNumber get(UUID id) {
        return transactions.read(() -> require(id));
    }

    public Optional<WorkspaceNumber> findByPhone(String phoneNumber) {
        return transactions.read(() -> numbers.findByPhone(phoneNumber));
    }

    public WorkspaceNumber change(UUID id, NumberSettings settings) {
        return transactions.write(() -> {
            WorkspaceNumber before = require(id);
            if (settings.onNoAnswer() == OnNoAnswer.VOICEMAIL) {
                throw Problems.invalid("onNoAnswer", "must be message or forward: nobody can leave a message yet");
            }
            numbers.set(id, settings);
            checkForwarding(require(id));
            manage(before, settings.managed());
            WorkspaceNumber after = require(id);
            Map<String, Object> changes = changes(before, after);
            if (!changes.isEmpty()) {
                events.publishEvent(
                        AuditFact.of("number.updated", target(after)).with(changes));
                announce(after);
            }
            return after;
        });
    }

    /// Otherwise callers would be told that nobody is there although somebody was to be rung.
    private static void checkForwarding(WorkspaceNumber after) {
        if (after.onNoAnswer() == OnNoAnswer.FORWARD && after.noAnswerTo() == null) {
            throw Problems.invalid("noAnswerTo", "must be a phone number where unanswered calls are forwarded");
        }
    }

    private void manage(WorkspaceNumber number, @Nullable Boolean managed) {
        if (Boolean.FALSE.equals(managed)) {
            holdings.left(number.id());
        } else if (Boolean.TRUE.equals(managed) && number.connection() == Connection.LEFT) {
            holdings.waiting(number.id());
        }
    }

    /// Says who uses a number; nobody means everybody.
    public WorkspaceNumber assign(UUID id, Set<UUID> memberIds) {
        return transactions.write(() -> {
            WorkspaceNumber before = require(id);
            Set<UUID> known = members.roles().keySet();
            if (!known.containsAll(memberIds)) {
                throw Problems.invalid("memberIds", "must be members of this workspace");
            }
            List<UUID> ordered = memberIds.stream().sorted().toList();
            if (ordered.equals(before.memberIds().stream().sorted().toList())) {
                return before;
            }
            numbers.assign(id, ordered);
            WorkspaceNumber after = require(id);
            events.publishEvent(
                    AuditFact.of("number.assigned", target(after)).with(Map.of("members", memberIds.size())));
            events.publishEvent(new NumberAssigned(Tenancy.workspaceId(), id));
            announce(after);
            return after;
        });
    }

    void announce(WorkspaceNumber number) {
        outbox.append("number.updated", Audience.holding(Permission.NUMBERS_READ), number);
    }

    static AuditFact.Target target(WorkspaceNumber number) {
        return new AuditFact.Target("number", number.id().toString(), number.phoneNumber());
    }

    private WorkspaceNumber withHolder(WorkspaceNumber number, Caller.InWorkspace caller) {
        if (number.connection() != Connection.ELSEWHERE || !(caller instanceof Caller.Member member)) {
            return number;
        }
        return numbers.holderKnownTo(number.sid(), member.person().userId())
                .map(number::heldBy)
                .orElse(number);
    }

    private WorkspaceNumber require(UUID id) {
        return numbers.find(id).orElseThrow(() -> Problems.notFound("number"));
    }

    private static NumberStore.Place place(List<String> key) {
        try {
            return new NumberStore.Place(Boolean.parseBoolean(key.get(0)), key.get(1), UUID.fromString(key.get(2)));
        } catch (IllegalArgumentException forged) {
            throw Cursor.unknown();
        }
    }

    private static Map<String, Object> changes(WorkspaceNumber before, WorkspaceNumber after) {
        Map<String, Object> changes = new LinkedHashMap<>();
        note(changes, "friendlyName", before.friendlyName(), after.friendlyName());
        note(changes, "recording", before.recording().code(), after.recording().code());
        note(changes, "noAnswerSeconds", before.noAnswerSeconds(), after.noAnswerSeconds());
        note(changes, "forwardTo", before.forwardTo(), after.forwardTo());
        note(
                changes,
                "onNoAnswer",
                before.onNoAnswer().code(),
                after.onNoAnswer().code());
        note(changes, "noAnswerTo", before.noAnswerTo(), after.noAnswerTo());
        note(changes, "whisper", before.whisper(), after.whisper());
        note(
                changes,
                "connection",
                before.connection().code(),
                after.connection().code());
        return changes;
    }

    private static void note(
            Map<String, Object> changes, String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("from", before == null ? "" : before);
            change.put("to", after == null ? "" : after);
            changes.put(what, change);
        }
    }
}
