package org.patchbay.contacts;

import java.util.List;
import org.patchbay.contacts.Contact.Phone;

/// What somebody wrote of a contact: checked, numbers in E.164, each number once.
///
/// @param phones the first one is called first
public record ContactDraft(
        String name, String company, String email, String notes, List<String> tags, List<Phone> phones) {

    /// What the API takes, here and in imports.
    public static final int NAME = 120;

    public static final int EMAIL = 254;
    public static final int NOTES = 20_000;
    public static final int TAGS = 20;
    public static final int TAG = 40;
    public static final int PHONES = 10;
    public static final String EMAIL_FORM = "[^\\s@]+@[^\\s@]+";

    public ContactDraft {
        tags = List.copyOf(tags);
        phones = List.copyOf(phones);
    }

    public static ContactDraft of(Contact contact) {
        return new ContactDraft(
                contact.name(), contact.company(), contact.email(), contact.notes(), contact.tags(), contact.phones());
    }

    /// Whether anybody could find them again.
    public boolean findable() {
        return !name.isEmpty() || !company.isEmpty() || !phones.isEmpty();
    }

    public List<String> numbers() {
        return phones.stream().map(Phone::phoneNumber).toList();
    }
}
