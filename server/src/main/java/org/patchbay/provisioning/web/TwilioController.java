package org.patchbay.provisioning.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.provisioning.Check;
import org.patchbay.provisioning.Checks;
import org.patchbay.provisioning.Configuration;
import org.patchbay.provisioning.Configurations;
import org.patchbay.provisioning.Connecting;
import org.patchbay.provisioning.Diagnostics;
import org.patchbay.provisioning.Run;
import org.patchbay.provisioning.Runs;
import org.patchbay.provisioning.TokenExchange;
import org.patchbay.twilio.TwilioEnvironment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/twilio")
class TwilioController {

    private final Configurations configurations;
    private final Connecting connecting;
    private final Runs runs;
    private final Checks checks;
    private final TokenExchange tokens;
    private final Diagnostics diagnostics;

    TwilioController(
            Configurations configurations,
            Connecting connecting,
            Runs runs,
            Checks checks,
            TokenExchange tokens,
            Diagnostics diagnostics) {
        this.configurations = configurations;
        this.connecting = connecting;
        this.runs = runs;
        this.checks = checks;
        this.tokens = tokens;
        this.diagnostics = diagnostics;
    }

    @GetMapping("/configuration")
    @Requires(Permission.TWILIO_READ)
    Configuration get() {
        return configurations.get();
    }

    @PostMapping("/configure-from-credentials")
    @Requires(Permission.TWILIO_MANAGE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Run configure(Caller.InWorkspace caller, @Valid @RequestBody Credentials credentials) {
        return connecting.configure(
                caller.name(), credentials.environment(), credentials.accountSid(), credentials.authToken());
    }

    @PostMapping("/verify")
    @Requires(Permission.TWILIO_READ)
    Check verify(Caller.InWorkspace caller) {
        return checks.look(caller.name());
    }

    @PostMapping("/repair")
    @Requires(Permission.TWILIO_MANAGE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Run repair(Caller.InWorkspace caller, @Valid @RequestBody Repair repair) {
        return runs.repair(
                caller.name(),
                repair.numberIds() == null ? null : new LinkedHashSet<>(repair.numberIds()),
                Boolean.TRUE.equals(repair.takeOver()));
    }

    @PostMapping("/clear-configuration")
    @Requires(Permission.TWILIO_MANAGE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Run clear(Caller.InWorkspace caller) {
        return runs.clear(caller.name());
    }

    @PostMapping("/stop")
    @Requires(Permission.TWILIO_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop() {
        runs.stop();
    }

    @GetMapping("/checks")
    @Requires(Permission.TWILIO_READ)
    Page<Check> checks(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "must be 1 to 200")
                    @Max(value = 200, message = "must be 1 to 200")
                    int limit) {
        return checks.page(cursor, limit);
    }

    @PutMapping("/auth-token")
    @Requires(Permission.TWILIO_MANAGE)
    Configuration replaceToken(@Valid @RequestBody Token token) {
        tokens.replace(token.authToken());
        return configurations.get();
    }

    @PostMapping("/rotate-token")
    @Requires(Permission.TWILIO_MANAGE)
    Configuration rotateToken() {
        tokens.rotate();
        return configurations.get();
    }

    @PostMapping("/diagnostics")
    @Requires(Permission.TWILIO_READ)
    Diagnostics.Report diagnose(Caller.InWorkspace caller) {
        return diagnostics.run(caller.name());
    }

    record Credentials(
            @Nullable TwilioEnvironment environment,

            @Nullable @Size(max = 200, message = "is too long")
            String accountSid,

            @Nullable @Size(max = 200, message = "is too long")
            String authToken) {
        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }

    record Repair(
            @Nullable @Size(max = 5000, message = "may have up to 5000 numbers")
            List<@NotNull(message = "must be ids") UUID> numberIds,

            @Nullable Boolean takeOver) {}

    record Token(
            @NotNull(message = "is missing") @Size(min = 1, max = 200, message = "has 32 characters")
            String authToken) {
        @Override
        public String toString() {
            return "Token[…]";
        }
    }
}
