package org.patchbay.contacts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody the workspace speaks with: `Contact` in `api/openapi.yaml`.
///
/// @param phones the first one is called first
/// @param lastCallAt when their newest call began; null where there is none
public record Contact(
        UUID id,
        String name,
        String company,
        String email,
        String notes,
        List<String> tags,
        List<Phone> phones,
        @Nullable Instant lastCallAt,
        Instant createdAt,
        Instant updatedAt) {

    /// @param phoneNumber E.164
    /// @param label such as mobile or work; may be empty
    public record Phone(String phoneNumber, String label) {}

    public Contact {
        tags = List.copyOf(tags);
        phones = List.copyOf(phones);
    }

    /// What people call them.
    public String called() {
        if (!name.isEmpty()) {
            return name;
        }
        return !company.isEmpty() || phones.isEmpty()
                ? company
                : phones.getFirst().phoneNumber();
    }
}
