package org.patchbay.security.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.SignedIn;
import org.patchbay.workspaces.People;
import org.patchbay.workspaces.User;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProfileController {

    private final People people;

    ProfileController(People people) {
        this.people = people;
    }

    @PatchMapping("/api/profile")
    @SignedIn
    User update(Caller.Person person, @Valid @RequestBody Change change) {
        return people.update(person.userId(), change.name(), change.language());
    }

    record Change(
            @Nullable
            @Size(max = 100, message = "may have up to 100 characters")
            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String name,

            @Nullable @Pattern(regexp = "en|de", message = "must be en or de")
            String language) {

        @AssertTrue(message = "needs at least one field")
        boolean isSomething() {
            return name != null || language != null;
        }
    }
}
