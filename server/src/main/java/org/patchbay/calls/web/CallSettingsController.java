package org.patchbay.calls.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.CallSettings;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/call-settings")
class CallSettingsController {

    private final CallSettings settings;

    CallSettingsController(CallSettings settings) {
        this.settings = settings;
    }

    @GetMapping
    @Requires(Permission.CALLS_READ)
    CallSettings.Settings get() {
        return settings.get();
    }

    @PutMapping
    @Requires(Permission.WORKSPACE_EDIT)
    CallSettings.Settings set(@Valid @RequestBody Wish wish) {
        return settings.set(new CallSettings.Settings(
                wish.record(),
                wish.notice().strip(),
                wish.keepRecordingsDays(),
                wish.wrapUpSeconds() == null ? 0 : wish.wrapUpSeconds()));
    }

    record Wish(
            @NotNull(message = "is missing") Boolean record,

            @NotNull(message = "is missing") @Size(max = 500, message = "may have up to 500 characters")
            String notice,

            @Nullable
            @Min(value = 1, message = "must be 1 to 3650, or null")
            @Max(value = 3650, message = "must be 1 to 3650, or null")
            Integer keepRecordingsDays,

            @Nullable @Min(value = 0, message = "must be 0 to 600") @Max(value = 600, message = "must be 0 to 600")
            Integer wrapUpSeconds) {}
}
