package org.patchbay.workspaces.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.workspaces.Workspace;
import org.patchbay.workspaces.Workspaces;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspace")
class WorkspaceController {

    private final Workspaces workspaces;

    WorkspaceController(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping
    @Requires(Permission.WORKSPACE_READ)
    Workspace get() {
        return workspaces.get();
    }

    @PatchMapping
    @Requires(Permission.WORKSPACE_EDIT)
    Workspace update(@Valid @RequestBody Change change) {
        return workspaces.update(change.name(), change.country(), change.timeZone());
    }

    record Change(
            @Nullable
            @Size(max = 100, message = "may have up to 100 characters")
            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String name,

            @Nullable @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter country code of ISO 3166")
            String country,

            @Nullable @Size(max = 64, message = "must be an IANA time zone such as Europe/Berlin")
            String timeZone) {

        @AssertTrue(message = "needs at least one field")
        boolean isSomething() {
            return name != null || country != null || timeZone != null;
        }
    }
}
