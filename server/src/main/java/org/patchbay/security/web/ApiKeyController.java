package org.patchbay.security.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.kernel.access.Role;
import org.patchbay.security.ApiKey;
import org.patchbay.security.ApiKeys;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/api-keys")
class ApiKeyController {

    private final ApiKeys apiKeys;

    ApiKeyController(ApiKeys apiKeys) {
        this.apiKeys = apiKeys;
    }

    @GetMapping
    @Requires(Permission.API_KEYS_MANAGE)
    Page<ApiKey> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "must be 1 to 200")
                    @Max(value = 200, message = "must be 1 to 200")
                    int limit) {
        return apiKeys.page(cursor, limit);
    }

    @PostMapping
    @Requires(Permission.API_KEYS_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    ApiKeys.Created create(Caller.InWorkspace caller, @Valid @RequestBody NewKey key) {
        return apiKeys.create(caller, key.name(), key.role());
    }

    @DeleteMapping("/{apiKeyId}")
    @Requires(Permission.API_KEYS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID apiKeyId) {
        apiKeys.revoke(apiKeyId);
    }

    record NewKey(
            @NotBlank(message = "is missing") @Size(max = 100, message = "may have up to 100 characters")
            String name,

            @NotNull(message = "is missing") Role role) {}
}
