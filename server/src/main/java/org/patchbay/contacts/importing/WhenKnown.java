package org.patchbay.contacts.importing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.patchbay.contacts.Contact.Phone;
import org.patchbay.contacts.ContactDraft;

/// What becomes of somebody who is in the file and known already.
public enum WhenKnown {
    /// They stay as they are.
    SKIP,
    /// What is empty is filled in, and phones that they do not have are added.
    FILL,
    /// What the file says holds; what it does not say stays, phones too.
    REPLACE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param said with phones that they have, or may have
    ContactDraft merge(ContactDraft known, ContactDraft said) {
        return switch (this) {
            case SKIP -> known;
            case FILL -> overlaid(said, known, phones(known.phones(), said.phones(), false));
            case REPLACE -> overlaid(known, said, phones(known.phones(), said.phones(), true));
        };
    }

    /// Of each field the upper one, unless it is empty.
    private static ContactDraft overlaid(ContactDraft lower, ContactDraft upper, List<Phone> phones) {
        return new ContactDraft(
                upper.name().isEmpty() ? lower.name() : upper.name(),
                upper.company().isEmpty() ? lower.company() : upper.company(),
                upper.email().isEmpty() ? lower.email() : upper.email(),
                upper.notes().isEmpty() ? lower.notes() : upper.notes(),
                upper.tags().isEmpty() ? lower.tags() : upper.tags(),
                phones);
    }

    private static List<Phone> phones(List<Phone> known, List<Phone> said, boolean relabel) {
        List<Phone> phones = new ArrayList<>(known);
        for (Phone phone : said) {
            int place = phones.stream().map(Phone::phoneNumber).toList().indexOf(phone.phoneNumber());
            if (place < 0) {
                phones.add(phone);
            } else if (!phone.label().isEmpty()
                    && (relabel || phones.get(place).label().isEmpty())) {
                phones.set(place, phone);
            }
        }
        return List.copyOf(phones);
    }
}
