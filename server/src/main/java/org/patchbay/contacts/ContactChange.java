package org.patchbay.contacts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.patchbay.contacts.Contact.Phone;

/// What is to be otherwise at a contact; null stays as it is.
///
/// @param email empty takes it away
/// @param phones as somebody wrote them; all of them
public record ContactChange(
        @Nullable String name,
        @Nullable String company,
        @Nullable String email,
        @Nullable String notes,
        @Nullable List<String> tags,
        @Nullable List<Phone> phones) {

    /// @param number from what was written in that field to E.164
    ContactDraft on(ContactDraft before, BinaryOperator<String> number) {
        return new ContactDraft(
                name == null ? before.name() : name.strip(),
                company == null ? before.company() : company.strip(),
                email == null ? before.email() : email.strip(),
                notes == null ? before.notes() : notes,
                tags == null
                        ? before.tags()
                        : tags.stream().map(String::strip).distinct().toList(),
                phones == null ? before.phones() : read(phones, number));
    }

    /// A number that is written twice is one phone.
    private static List<Phone> read(List<Phone> written, BinaryOperator<String> number) {
        Map<String, Phone> read = new LinkedHashMap<>();
        for (int place = 0; place < written.size(); place++) {
            Phone phone = written.get(place);
            String e164 = number.apply("phones[" + place + "].phoneNumber", phone.phoneNumber());
            read.putIfAbsent(e164, new Phone(e164, phone.label().strip()));
        }
        return List.copyOf(read.values());
    }
}
