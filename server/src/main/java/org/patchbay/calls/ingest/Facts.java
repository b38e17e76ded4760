package org.patchbay.calls.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.ingest.Matter.CallerReported;
import org.patchbay.calls.ingest.Matter.NewCaller;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallEvent.Candidates;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.Unanswered;

/// What a decision about a new call needs to know beside the call: the number, and who may take it.
final class Facts {

    /// Who calls which number of which workspace.
    record Caller(UUID workspaceId, String from, String to) {

        static Caller of(UUID workspaceId, NewCaller caller) {
            return new Caller(workspaceId, caller.from(), caller.to());
        }

        static Caller of(UUID workspaceId, CallerReported report) {
            return new Caller(workspaceId, report.from(), report.to());
        }
    }

    /// @param blocked whether the caller's calls are not taken
    /// @param contactId whose phone it is; null where it is nobody's
    /// @param number null where the one called is not the workspace's, or not any more
    record CallerFacts(
            boolean blocked,
            @Nullable UUID contactId,
            @Nullable Number number) {}

    record ContactKey(UUID workspaceId, UUID contactId) {}

    /// A number and how it handles calls.
    ///
    /// @param forwardTo everything goes on to this phone; null where nothing does
    /// @param noAnswerTo the phone for calls that nobody takes
    record Number(
            UUID id,
            boolean recorded,
            Duration ring,
            @Nullable String forwardTo,
            Unanswered unanswered,
            @Nullable String noAnswerTo,
            boolean whisper,
            Duration wrapUp) {

        Call.Terms terms() {
            String phone = forwardTo != null ? forwardTo : unanswered == Unanswered.FORWARD ? noAnswerTo : null;
            return new Call.Terms(recorded, ring, unanswered, phone, whisper, wrapUp);
        }
    }

    /// A member with a desk open, who is not away.
    record Present(UUID memberId, boolean available) {}

    private final Map<Caller, CallerFacts> callers = new HashMap<>();
    private final Map<ContactKey, String> contacts = new HashMap<>();
    private final Map<UUID, Set<Present>> present = new HashMap<>();
    private final Map<UUID, Set<UUID>> assigned = new HashMap<>();
    private final Map<UUID, Map<UUID, UUID>> holders = new HashMap<>();
    private final Map<UUID, Map<UUID, UUID>> writing = new HashMap<>();

    void add(Caller caller, CallerFacts facts) {
        callers.put(caller, facts);
    }

    void addContact(ContactKey contact, String name) {
        contacts.put(contact, name);
    }

    void addPresent(UUID workspaceId, Present member) {
        present.computeIfAbsent(workspaceId, id -> new HashSet<>()).add(member);
    }

    void addAssigned(UUID numberId, UUID memberId) {
        assigned.computeIfAbsent(numberId, id -> new HashSet<>()).add(memberId);
    }

    void addHolder(CallKey call, UUID memberId) {
        holders.computeIfAbsent(call.workspaceId(), id -> new HashMap<>()).put(call.callId(), memberId);
    }

    /// Somebody who writes a call up.
    void addWriting(CallKey call, UUID memberId) {
        writing.computeIfAbsent(call.workspaceId(), id -> new HashMap<>()).put(call.callId(), memberId);
    }

    /// What the batch itself has decided since the facts were read.
    void changed(CallState state) {
        UUID holder = holder(state);
        if (holder != null) {
            addHolder(CallKey.of(state), holder);
        } else {
            UUID had = holders.getOrDefault(state.call().workspaceId(), new HashMap<>())
                    .remove(state.call().id());
            if (had != null && state.call().isWrittenUp()) {
                addWriting(CallKey.of(state), had);
            }
        }
    }

    /// Which member is busy with a call.
    static @Nullable UUID holder(CallState state) {
        return switch (state.call().stage()) {
            case CLAIMED, TALKING, AWAITING_AGENT, DIALING ->
                state.call().claim().memberId();
            case OFFERED, UNANSWERED, FORWARDED, ENDED -> null;
        };
    }

    CallerFacts of(Caller caller) {
        return callers.getOrDefault(caller, new CallerFacts(false, null, null));
    }

    /// @return false for a contact that is gone, too
    boolean knows(ContactKey contact) {
        return contacts.containsKey(contact);
    }

    /// What the call's contact is called; null where there is none, or they have neither a name nor a company.
    @Nullable
    String contactNameOf(Call call) {
        UUID contactId = call.parties().contactId();
        String name = contactId == null ? null : contacts.get(new ContactKey(call.workspaceId(), contactId));
        return name == null || name.isEmpty() ? null : name;
    }

    /// The members assigned to the number or, if none is, everybody; of these, those who are there.
    Candidates candidates(UUID workspaceId, @Nullable UUID numberId) {
        Set<UUID> only = numberId == null ? Set.of() : assigned.getOrDefault(numberId, Set.of());
        Set<UUID> talking =
                new HashSet<>(holders.getOrDefault(workspaceId, Map.of()).values());
        talking.addAll(writing.getOrDefault(workspaceId, Map.of()).values());
        Set<UUID> free = new HashSet<>();
        Set<UUID> busy = new HashSet<>();
        for (Present member : present.getOrDefault(workspaceId, Set.of())) {
            if (only.isEmpty() || only.contains(member.memberId())) {
                boolean may = member.available() && !talking.contains(member.memberId());
                (may ? free : busy).add(member.memberId());
            }
        }
        return new Candidates(free, busy);
    }
}
