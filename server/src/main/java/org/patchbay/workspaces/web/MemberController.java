package org.patchbay.workspaces.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.kernel.access.Role;
import org.patchbay.workspaces.Member;
import org.patchbay.workspaces.Members;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/members")
class MemberController {

    private final Members members;

    MemberController(Members members) {
        this.members = members;
    }

    @GetMapping
    @Requires(Permission.MEMBERS_READ)
    Page<Member> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "must be 1 to 200")
                    @Max(value = 200, message = "must be 1 to 200")
                    int limit) {
        return members.page(cursor, limit);
    }

    @PatchMapping("/{memberId}")
    @Requires(Permission.MEMBERS_MANAGE)
    Member changeRole(Caller.InWorkspace caller, @PathVariable UUID memberId, @Valid @RequestBody RoleChange change) {
        return members.changeRole(caller, memberId, change.role());
    }

    @DeleteMapping("/{memberId}")
    @Requires(Permission.MEMBERS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller.InWorkspace caller, @PathVariable UUID memberId) {
        members.remove(caller, memberId);
    }

    record RoleChange(@NotNull(message = "is missing") Role role) {}
}
