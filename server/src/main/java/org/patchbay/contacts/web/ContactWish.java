package org.patchbay.contacts.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.contacts.Contact;
import org.patchbay.contacts.ContactChange;
import org.patchbay.contacts.ContactDraft;

/// `ContactChange` in `api/openapi.yaml`.
record ContactWish(
        @Nullable @Size(max = ContactDraft.NAME, message = "may have up to 120 characters")
        String name,

        @Nullable @Size(max = ContactDraft.NAME, message = "may have up to 120 characters")
        String company,

        @Nullable
        @Size(max = ContactDraft.EMAIL, message = "may have up to 254 characters")
        @Pattern(
                regexp = "\\s*(" + ContactDraft.EMAIL_FORM + ")?\\s*",
                message = "must be an e-mail address, such as ada@example.com")
        String email,

        @Nullable @Size(max = ContactDraft.NOTES, message = "may have up to 20,000 characters")
        String notes,

        @Nullable @Size(max = ContactDraft.TAGS, message = "may have up to 20 tags")
        List<
                        @NotNull(message = "is missing")
                        @Size(min = 1, max = ContactDraft.TAG, message = "must have 1 to 40 characters each")
                        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") String>
                tags,

        @Nullable @Size(max = ContactDraft.PHONES, message = "may be up to 10")
        List<@NotNull(message = "is missing") @Valid Phone> phones) {

    record Phone(
            @NotBlank(message = "is missing") @Size(max = 40, message = "must be a phone number")
            String phoneNumber,

            @NotNull(message = "is missing; it may be empty") @Size(max = 30, message = "may have up to 30 characters")
            String label) {}

    @AssertTrue(message = "needs at least one field")
    boolean isSomething() {
        return Stream.of(name, company, email, notes, tags, phones).anyMatch(field -> field != null);
    }

    ContactChange change() {
        return new ContactChange(
                name,
                company,
                email,
                notes,
                tags,
                phones == null
                        ? null
                        : phones.stream()
                                .map(phone -> new Contact.Phone(phone.phoneNumber(), phone.label()))
                                .toList());
    }
}
