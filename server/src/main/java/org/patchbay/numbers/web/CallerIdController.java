package org.patchbay.numbers.web;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.numbers.CallerIds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/members/{memberId}/caller-id")
class CallerIdController {

    private final CallerIds callerIds;

    CallerIdController(CallerIds callerIds) {
        this.callerIds = callerIds;
    }

    @GetMapping
    @Requires(Permission.NUMBERS_READ)
    CallerIds.CallerId get(@PathVariable UUID memberId) {
        return callerIds.of(memberId);
    }

    @PutMapping
    @Requires(Permission.NUMBERS_READ)
    CallerIds.CallerId choose(
            Caller.InWorkspace caller, @PathVariable UUID memberId, @Valid @RequestBody Choice choice) {
        boolean own =
                caller instanceof Caller.Member member && member.memberId().equals(memberId);
        if (!own && !caller.may(Permission.NUMBERS_MANAGE)) {
            throw Problems.FORBIDDEN.because(
                    "You can choose the number that you call from; an admin can choose others'.");
        }
        return callerIds.choose(memberId, choice.numberId());
    }

    record Choice(@Nullable UUID numberId) {}
}
