package org.patchbay.workspaces.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.workspaces.Presence;
import org.patchbay.workspaces.PresenceBoard;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/presence")
class PresenceController {

    private final PresenceBoard board;

    PresenceController(PresenceBoard board) {
        this.board = board;
    }

    @PutMapping
    @Requires(Permission.PRESENCE_SET)
    Presence choose(Caller.Member caller, @Valid @RequestBody Choice choice) {
        return board.choose(caller.memberId(), choice.status());
    }

    record Choice(
            @NotNull(message = "is missing")
            @Pattern(regexp = "available|busy|away", message = "must be available, busy or away")
            String status) {}
}
