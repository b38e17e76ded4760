package org.patchbay.numbers.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.numbers.NumberSettings;
import org.patchbay.numbers.Numbers;
import org.patchbay.numbers.OnNoAnswer;
import org.patchbay.numbers.Recording;
import org.patchbay.numbers.WorkspaceNumber;
import org.patchbay.workspaces.DialledNumbers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/numbers")
class NumberController {

    private final Numbers numbers;
    private final DialledNumbers dialled;

    NumberController(Numbers numbers, DialledNumbers dialled) {
        this.numbers = numbers;
        this.dialled = dialled;
    }

    @GetMapping
    @Requires(Permission.NUMBERS_READ)
    Page<WorkspaceNumber> list(
            Caller.InWorkspace caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "must be 1 to 200")
                    @Max(value = 200, message = "must be 1 to 200")
                    int limit,
            @RequestParam(defaultValue = "active")
                    @Pattern(regexp = "active|released", message = "must be active or released")
                    String status,
            @RequestParam(defaultValue = "false") boolean attention) {
        return numbers.page(caller, cursor, limit, status.equals("released"), attention);
    }

    @PatchMapping("/{numberId}")
    @Requires(Permission.NUMBERS_MANAGE)
    WorkspaceNumber change(@PathVariable UUID numberId, @Valid @RequestBody Change change) {
        return numbers.change(
                numberId,
                new NumberSettings(
                        change.friendlyName() == null
                                ? null
                                : change.friendlyName().strip(),
                        change.recording(),
                        change.noAnswerSeconds(),
                        change.forwardTo() == null ? null : dialled.orEmpty("forwardTo", change.forwardTo()),
                        change.onNoAnswer(),
                        change.noAnswerTo() == null ? null : dialled.orEmpty("noAnswerTo", change.noAnswerTo()),
                        change.whisper(),
                        change.managed()));
    }

    @PutMapping("/{numberId}/members")
    @Requires(Permission.NUMBERS_MANAGE)
    WorkspaceNumber assign(@PathVariable UUID numberId, @Valid @RequestBody Assignment assignment) {
        return numbers.assign(numberId, new LinkedHashSet<>(assignment.memberIds()));
    }

    record Change(
            @Nullable
            @Size(max = 64, message = "may have up to 64 characters")
            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String friendlyName,

            @Nullable Recording recording,

            @Nullable @Min(value = 5, message = "must be 5 to 600") @Max(value = 600, message = "must be 5 to 600")
            Integer noAnswerSeconds,

            @Nullable @Size(max = 30, message = "must be a phone number")
            String forwardTo,

            @Nullable OnNoAnswer onNoAnswer,

            @Nullable @Size(max = 30, message = "must be a phone number")
            String noAnswerTo,

            @Nullable Boolean whisper,

            @Nullable Boolean managed) {

        @AssertTrue(message = "needs at least one field")
        boolean isSomething() {
            return friendlyName != null
                    || recording != null
                    || noAnswerSeconds != null
                    || forwardTo != null
                    || onNoAnswer != null
                    || noAnswerTo != null
                    || whisper != null
                    || managed != null;
        }
    }

    record Assignment(
            @NotNull(message = "is missing") @Size(max = 1000, message = "may have up to 1000 members")
            List<@NotNull(message = "must be ids") UUID> memberIds) {}
}
