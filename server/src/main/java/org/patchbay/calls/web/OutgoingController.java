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
import org.patchbay.kernel.Problems;
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

    /// For other systems: the member is rung, and whoever asked learns which Twilio call that is.
    @PostMapping("/initiate")
    @Requires(Permission.CALLS_MAKE)
    @ResponseStatus(HttpStatus.CREATED)
    Initiated initiate(
            Caller.InWorkspace caller,
            @RequestHeader(name = KEY, required = false)
                    @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
                    @Nullable
                    String key,
            @Valid @RequestBody Request request) {
        Wish wish = new Wish(request.to(), null, request.contactId(), request.record(), Via.API);
        CallView placed = outgoing.place(caller.actorId(), members.get(who(caller, request)), wish, key);
        String sid = outgoing.sidOfMember(caller.actorId(), placed.id());
        return new Initiated(true, sid, placed.status(), placed.id());
    }

    /// Members ring themselves; supervisors and programs may ring others.
    private static UUID who(Caller.InWorkspace caller, Request request) {
        UUID wished = request.memberId();
        if (caller instanceof Caller.Member member && (wished == null || wished.equals(member.memberId()))) {
            return member.memberId();
        }
        if (wished == null) {
            throw Problems.invalid("memberId", "must say which member is to be rung");
        }
        if (!caller.may(Permission.CALLS_MANAGE)) {
            throw Problems.FORBIDDEN.because("Only supervisors begin calls for others.");
        }
        return wished;
    }

    record Initiated(boolean success, String callSid, String status, UUID callId) {}

    record Request(
            @NotBlank(message = "is missing") @Size(max = 40, message = "must be a phone number")
            String to,

            @Nullable UUID contactId,
            @Nullable Boolean record,
            @Nullable UUID memberId) {}

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
