package org.patchbay.calls.ingest;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.ingest.Matter.CallerReported;
import org.patchbay.calls.ingest.Matter.NewCaller;
import org.patchbay.calls.ingest.Matter.RecordingReported;
import org.patchbay.database.IngestTransaction;
import org.patchbay.database.Trip;
import org.patchbay.kernel.Ids;
import tools.jackson.databind.json.JsonMapper;

/// All that one round needs to know, read in few statements at its begin: which calls it is about (locked from
/// then on), what was said of them before, and what decides about new ones.
final class Known {

    private final Round round;
    private final IngestTransaction transaction;
    private final CallStore store;
    private final FactStore factStore;
    private final WorkingSet calls = new WorkingSet();
    private final Sids sids;
    private final EventLog events;
    private final Recordings recordings;
    private final Facts facts = new Facts();

    private Known(IngestTransaction transaction, JsonMapper json, Round round) {
        this.round = round;
        this.transaction = transaction;
        this.store = new CallStore(transaction, json);
        this.factStore = new FactStore(transaction, json);
        this.sids = new Sids(transaction, json);
        this.events = new EventLog(transaction, json);
        this.recordings = new Recordings(transaction, json);
    }

    static Known load(IngestTransaction transaction, JsonMapper json, Round round, Instant now) {
        Known known = new Known(transaction, json, round);
        known.findSids(now);
        known.lockCalls();
        known.loadRecordings();
        known.readFacts(now);
        return known;
    }

    private void findSids(Instant now) {
        Set<Sids.Sid> said = new LinkedHashSet<>();
        round.entries().forEach(entry -> sidOf(entry.told()).ifPresent(said::add));
        sids.resolve(said);
        claimSids(now);
    }

    /// Calls that nobody knows yet begin here, if they are ours.
    private void claimSids(Instant now) {
        List<Told> beginning = round.entries().stream()
                .map(Entry::told)
                .filter(told -> callerOf(told) != null)
                .filter(told -> sidOf(told).flatMap(sids::callOf).isEmpty())
                .toList();
        factStore.numbers(
                facts,
                beginning.stream()
                        .map(Known::callerOf)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        Map<Sids.Sid, UUID> wanted = new LinkedHashMap<>();
        beginning.stream()
                .filter(told -> told.matter() instanceof NewCaller || isOurNumber(told))
                .forEach(told -> sidOf(told).ifPresent(sid -> wanted.computeIfAbsent(sid, unknown -> Ids.next())));
        sids.claim(wanted, now);
    }

    private boolean isOurNumber(Told told) {
        Facts.Caller caller = callerOf(told);
        return caller != null && facts.of(caller).number() != null;
    }

    /// @return null for what begins no call by its SID
    private static Facts.@Nullable Caller callerOf(Told told) {
        return switch (told.matter()) {
            case NewCaller caller -> Facts.Caller.of(told.workspaceId(), caller);
            case CallerReported report when report.mayBegin() -> Facts.Caller.of(told.workspaceId(), report);
            default -> null;
        };
    }

    private void lockCalls() {
        Set<CallKey> wanted = new HashSet<>();
        round.entries()
                .forEach(entry -> callOf(entry.told())
                        .filter(call -> !sids.beginsHere(call))
                        .ifPresent(wanted::add));
        if (!round.agentsChanged().isEmpty()) {
            wanted.addAll(store.ringing(round.agentsChanged()));
        }
        if (!wanted.isEmpty()) {
            Trip trip = transaction.trip();
            CallStore.Reading reading = store.lock(trip, wanted);
            events.lookUp(trip, eventsOf(wanted));
            trip.go();
            reading.found().forEach(found -> {
                calls.found(found);
                sids.knows(found.state());
            });
        }
    }

    private Set<EventLog.Key> eventsOf(Set<CallKey> wanted) {
        Set<EventLog.Key> keys = new LinkedHashSet<>();
        round.entries()
                .forEach(entry -> callOf(entry.told())
                        .filter(wanted::contains)
                        .ifPresent(call ->
                                keys.add(EventLog.Key.of(call, entry.told().dedupeKey()))));
        return keys;
    }

    private void loadRecordings() {
        Set<Recordings.Wanted> said = new LinkedHashSet<>();
        round.entries().forEach(entry -> {
            if (entry.told().matter() instanceof RecordingReported report) {
                callOf(entry.told()).ifPresent(call -> said.add(Recordings.Wanted.of(call, report)));
            }
        });
        recordings.load(said);
    }

    private void readFacts(Instant now) {
        Collection<UUID> asking = new HashSet<>(round.agentsChanged());
        for (Entry entry : round.entries()) {
            Told told = entry.told();
            boolean begins = told.matter() instanceof NewCaller
                    && callOf(told).filter(sids::beginsHere).isPresent();
            if (begins || told.matter() instanceof Matter.Declined) {
                asking.add(told.workspaceId());
            }
        }
        factStore.members(facts, asking, now);
        factStore.contacts(facts, contactsCalled());
        calls.inOrder().forEach(facts::changed);
    }

    /// Whom members call, of those who were contacts a moment ago.
    private Set<Facts.ContactKey> contactsCalled() {
        Set<Facts.ContactKey> called = new HashSet<>();
        for (Entry entry : round.entries()) {
            if (entry.told().matter() instanceof Matter.Begun(var placed)
                    && placed.parties().contactId() != null) {
                called.add(new Facts.ContactKey(
                        placed.workspaceId(), placed.parties().contactId()));
            }
        }
        return called;
    }

    private static Optional<Sids.Sid> sidOf(Told told) {
        return Optional.ofNullable(told.matter().knownBySid()).map(sid -> new Sids.Sid(told.workspaceId(), sid));
    }

    /// Which call is meant, as far as that is known by now; it need not exist.
    Optional<CallKey> callOf(Told told) {
        UUID id = told.matter().knownById();
        return id != null
                ? Optional.of(new CallKey(told.workspaceId(), id))
                : sidOf(told).flatMap(sids::callOf);
    }

    /// What the round has made of it, in the transaction that read it.
    void write(Trip trip, Instant now) {
        calls.write(store, trip, now);
        sids.write(trip, now);
        recordings.write(trip, now);
        events.write(trip);
    }

    WorkingSet calls() {
        return calls;
    }

    Sids sids() {
        return sids;
    }

    EventLog events() {
        return events;
    }

    Recordings recordings() {
        return recordings;
    }

    Facts facts() {
        return facts;
    }
}
