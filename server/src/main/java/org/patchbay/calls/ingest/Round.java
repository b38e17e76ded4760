package org.patchbay.calls.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What is written in one transaction.
///
/// @param entries in the order of arrival
/// @param agentsChanged workspaces where other members may take calls than before
record Round(List<Entry> entries, Set<UUID> agentsChanged) {

    Set<UUID> workspaces() {
        Set<UUID> all = new HashSet<>(agentsChanged);
        entries.forEach(entry -> all.add(entry.told().workspaceId()));
        return all;
    }

    int size() {
        return entries.size() + (agentsChanged.isEmpty() ? 0 : 1);
    }

    /// Two rounds that are heard one after the other as this one would be.
    List<Round> halves() {
        int half = (entries.size() + 1) / 2;
        return List.of(
                new Round(entries.subList(0, half), Set.of()),
                new Round(entries.subList(half, entries.size()), agentsChanged));
    }
}
