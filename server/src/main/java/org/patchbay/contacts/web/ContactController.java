package org.patchbay.contacts.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.contacts.Contact;
import org.patchbay.contacts.ContactQuery;
import org.patchbay.contacts.Contacts;
import org.patchbay.kernel.Asked;
import org.patchbay.kernel.CountedPage;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.workspaces.DialledNumbers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/contacts")
class ContactController {

    private final Contacts contacts;
    private final DialledNumbers dialled;

    ContactController(Contacts contacts, DialledNumbers dialled) {
        this.contacts = contacts;
        this.dialled = dialled;
    }

    @GetMapping
    @Requires(Permission.CONTACTS_READ)
    CountedPage<Contact> list(
            @RequestParam(required = false) @Size(max = 100, message = "may have up to 100 characters") @Nullable
                    String text,
            @RequestParam(required = false) @Size(max = 40, message = "must be a phone number") @Nullable String phone,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "must be 1 to 200")
                    @Max(value = 200, message = "must be 1 to 200")
                    int limit) {
        return contacts.page(new ContactQuery(Asked.orNull(text), phone(phone)), cursor, limit);
    }

    private @Nullable String phone(@Nullable String phone) {
        return phone == null || phone.isBlank() ? null : dialled.orEmpty("phone", phone);
    }

    @PostMapping
    @Requires(Permission.CONTACTS_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    Contact add(@Valid @RequestBody ContactWish wish) {
        return contacts.add(wish.change());
    }

    @GetMapping("/{contactId}")
    @Requires(Permission.CONTACTS_READ)
    Contact get(@PathVariable UUID contactId) {
        return contacts.get(contactId);
    }

    @PatchMapping("/{contactId}")
    @Requires(Permission.CONTACTS_EDIT)
    Contact change(@PathVariable UUID contactId, @Valid @RequestBody ContactWish wish) {
        return contacts.change(contactId, wish.change());
    }

    @DeleteMapping("/{contactId}")
    @Requires(Permission.CONTACTS_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID contactId) {
        contacts.remove(contactId);
    }
}
