package org.patchbay.security.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.security.AuditEntry;
import org.patchbay.security.AuditLog;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/api/audit-log")
    @Requires(Permission.AUDIT_READ)
    Page<AuditEntry> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "must be 1 to 200")
                    @Max(value = 200, message = "must be 1 to 200")
                    int limit,
            @RequestParam(required = false)
                    @Pattern(regexp = "[a-z]+([.-][a-z]+)*", message = "must be an action such as member.invited")
                    @Size(max = 60, message = "is too long")
                    @Nullable
                    String action,
            @RequestParam(required = false) @Nullable UUID actor) {
        return log.page(cursor, limit, action, actor);
    }
}
