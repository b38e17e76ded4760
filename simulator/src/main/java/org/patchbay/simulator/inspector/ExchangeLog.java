package org.patchbay.simulator.inspector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The recent entries of the recent subjects (call, conference and message SIDs), oldest first.
/// Bounded: the subject that was quiet for longest goes first, and one subject keeps its first and
/// its latest entries.
public final class ExchangeLog {

    private static final int ENTRIES_PER_SUBJECT = 200;

    private final int subjects;
    private final LinkedHashMap<String, List<Entry>> bySubject = new LinkedHashMap<>(64, 0.75f, true);

    /// @param subjects how many subjects are remembered; 0 turns the log off
    public ExchangeLog(int subjects) {
        this.subjects = subjects;
    }

    public synchronized void add(String subject, Entry entry) {
        if (subjects == 0) {
            return;
        }
        var entries = bySubject.computeIfAbsent(subject, sid -> new ArrayList<>(8));
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

    /// The subjects with their entries, the most recently active last.
    public synchronized Map<String, List<Entry>> recent() {
        var copy = new LinkedHashMap<String, List<Entry>>();
        bySubject.forEach((subject, entries) -> copy.put(subject, List.copyOf(entries)));
        return copy;
    }
}
