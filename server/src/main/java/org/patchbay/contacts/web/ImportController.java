package org.patchbay.contacts.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.contacts.ContactImports;
import org.patchbay.contacts.importing.ContactField;
import org.patchbay.contacts.importing.WhenKnown;
import org.patchbay.http.BodyAllowance;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Contacts out of a file.
@RestController
class ImportController {

    private static final String PATH = "/api/contacts/import";

    /// Five million characters, in UTF-8 and JSON.
    private static final long MOST_BYTES = 16 * 1024 * 1024;

    private final ContactImports imports;

    ImportController(ContactImports imports) {
        this.imports = imports;
    }

    @PostMapping(PATH)
    @Requires(Permission.CONTACTS_EDIT)
    ContactImports.Report run(@Valid @RequestBody Wish wish) {
        WhenKnown known = wish.known() == null ? WhenKnown.FILL : wish.known();
        return Boolean.TRUE.equals(wish.preview())
                ? imports.preview(wish.csv(), wish.mapping(), known)
                : imports.run(wish.csv(), wish.mapping(), known);
    }

    record Wish(
            @NotNull(message = "is missing") @Size(max = 5_000_000, message = "may have up to 5,000,000 characters")
            String csv,

            @Nullable Boolean preview,

            @Nullable @Size(max = 100, message = "may have up to 100 columns")
            List<@NotNull(message = "is missing") ContactField> mapping,

            @Nullable WhenKnown known) {}

    @Configuration(proxyBeanMethods = false)
    static class Allowance {
        @Bean
        BodyAllowance contactImportAllowance() {
            return new BodyAllowance(PATH, MOST_BYTES);
        }
    }
}
