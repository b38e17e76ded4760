package org.patchbay.contacts.importing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.patchbay.contacts.ContactDraft;

/// What comes of a file, before anything is written.
///
/// @param toAdd by their new ids
/// @param toChange by the ids of those who are known
/// @param added lines, as the three after it: together as many as the file has
public record ImportPlan(
        Map<UUID, ContactDraft> toAdd,
        Map<UUID, ContactDraft> toChange,
        int added,
        int updated,
        int skipped,
        int refused,
        List<Complaint> complaints) {

    /// @param line in the file, the first is 1
    public record Complaint(int line, String detail) {}

    public ImportPlan {
        complaints = List.copyOf(complaints);
    }
}
