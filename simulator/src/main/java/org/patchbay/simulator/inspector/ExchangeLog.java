package org.patchbay.simulator.inspector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchbay.simulator.live.Changes;
import org.patchbay.simulator.live.Topic;

/// The recent entries of the recent subjects (call, conference and message SIDs), oldest first.
/// Bounded: the subject that was quiet for longest goes first, and one subject keeps its first and
/// its latest entries.
public final class ExchangeLog {

    private static final int ENTRIES_PER_SUBJECT = 200;

    private final int subjects;
    private final LinkedHashMap<String, List<Entry>> bySubject = new LinkedHashMap<>();
    private final Changes changes;

    /// @param subjects how many subjects are remembered; 0 turns the log off
    public ExchangeLog(int subjects, Changes changes) {
        this.subjects = subjects;
        this.changes = changes;
    }

    /// Whether anything is remembered.
    public boolean isOn() {
        return subjects > 0;
    }

    public void add(String subject, Entry entry) {
        if (isOn()) {
            remember(subject, entry);
        }
        changes.note(Topic.EXCHANGES);
    }

    private synchronized void remember(String subject, Entry entry) {
        var entries = bySubject.getOrDefault(subject, new ArrayList<>(8));
        // Moves to the end; only what happens counts as activity, never that somebody looks.
        bySubject.putLast(subject, entries);
        if (entries.size() >= ENTRIES_PER_SUBJECT) {
            entries.remove(ENTRIES_PER_SUBJECT / 2);
        }
        entries.add(entry);
        if (bySubject.size() > subjects) {
            var eldest = bySubject.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    public synchronized List<Entry> of(String subject) {
        return List.copyOf(bySubject.getOrDefault(subject, List.of()));
    }

    /// The subjects with their entries, the most recently active first.
    ///
    /// @param most how many subjects at the most
    public synchronized Map<String, List<Entry>> recent(int most) {
        var copy = new LinkedHashMap<String, List<Entry>>();
        bySubject.sequencedEntrySet().reversed().stream()
                .limit(most)
                .forEach(entry -> copy.put(entry.getKey(), List.copyOf(entry.getValue())));
        return copy;
    }
}
