package org.patchbay.contacts;

import java.util.Set;
import java.util.UUID;

/// What happens to contacts of the bound workspace, for other features: published inside the transaction that
/// does it.
public sealed interface ContactEvent {

    /// Whoever calls from these is this contact from now on.
    ///
    /// @param phoneNumbers E.164; were not theirs before
    record PhonesGained(UUID contactId, Set<String> phoneNumbers) implements ContactEvent {}

    /// About to be deleted, at the end of the transaction.
    record Going(UUID contactId) implements ContactEvent {}

    /// Many came, or have got phones.
    record Imported() implements ContactEvent {}
}
