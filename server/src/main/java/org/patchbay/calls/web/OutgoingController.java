package org.patchbay.calls.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.CallView;
import org.patchbay.calls.OutgoingCalls;
import org.patchbay.calls.OutgoingCalls.Wish;
import org.patchbay.calls.machine.Via;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.workspaces.Members;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calls")
class OutgoingController {

    private static final String KEY = "Idempotency-Key";

    private final OutgoingCalls outgoing;
    private final Members members;

    OutgoingController(OutgoingCalls outgoing, Members members) {
        this.outgoing = outgoing;
        this.members = members;
    }

    record Placed(UUID callId, @Nullable String conference, CallView call) {}

    @PostMapping
    @Requires(Permission.CALLS_MAKE)
    @ResponseStatus(HttpStatus.CREATED)
    Placed place(
            Caller.Member caller,
            @RequestHeader(name = KEY, required = false)
                    @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
                    @Nullable
                    String key,
            @Valid @RequestBody Call call) {
        Via via = call.via() == null ? Via.BROWSER : Via.of(call.via());
        CallView placed = outgoing.place(
                caller.memberId(),
                members.get(caller.memberId()),
                new Wish(call.to(), call.from(), call.contactId(), call.record(), via),
                key);
        return new Placed(placed.id(), placed.conference(), placed);
    }

    record Call(
            @NotBlank(message = "is missing") @Size(max = 40, message = "must be a phone number")
            String to,

            @Nullable @Size(max = 40, message = "must be a phone number")
            String from,

            @Nullable UUID contactId,
            @Nullable Boolean record,

            @Nullable @Pattern(regexp = "browser|phone", message = "must be browser or phone")
            String via) {}
}
