package org.patchbay.provisioning;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A run with what was asked for, and how it goes.
///
/// @param numberIds only these numbers; empty for all
/// @param takeOver whether the named numbers are taken, whosever they are
/// @param failures how often in a row the step that it is at has failed
record RunOrder(Run run, Optional<Set<UUID>> numberIds, boolean takeOver, int failures) {

    boolean wants(UUID numberId) {
        return numberIds.isEmpty() || numberIds.get().contains(numberId);
    }

    boolean takes(UUID numberId) {
        return takeOver && numberIds.isPresent() && numberIds.get().contains(numberId);
    }
}
