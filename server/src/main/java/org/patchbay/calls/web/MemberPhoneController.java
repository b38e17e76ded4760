package org.patchbay.calls.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.MemberPhones;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.workspaces.DialledNumbers;
import org.patchbay.workspaces.Members;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/members/{memberId}/phone")
class MemberPhoneController {

    private final MemberPhones phones;
    private final Members members;
    private final DialledNumbers dialled;

    MemberPhoneController(MemberPhones phones, Members members, DialledNumbers dialled) {
        this.phones = phones;
        this.members = members;
        this.dialled = dialled;
    }

    record Phone(@Nullable String phoneNumber) {}

    @GetMapping
    @Requires(Permission.CALLS_MAKE)
    Phone get(Caller.InWorkspace caller, @PathVariable UUID memberId) {
        check(caller, memberId);
        return new Phone(phones.of(memberId).orElse(null));
    }

    @PutMapping
    @Requires(Permission.CALLS_MAKE)
    Phone set(Caller.InWorkspace caller, @PathVariable UUID memberId, @Valid @RequestBody Wish wish) {
        check(caller, memberId);
        phones.set(memberId, wish.phoneNumber() == null ? "" : dialled.orEmpty("phoneNumber", wish.phoneNumber()));
        return new Phone(phones.of(memberId).orElse(null));
    }

    private void check(Caller.InWorkspace caller, UUID memberId) {
        members.get(memberId);
        if (!caller.actorId().equals(memberId) && !caller.may(Permission.MEMBERS_MANAGE)) {
            throw Problems.FORBIDDEN.because("Only admins see and set the phones of others.");
        }
    }

    record Wish(
            @Nullable @Size(max = 40, message = "must be a phone number")
            String phoneNumber) {}
}
