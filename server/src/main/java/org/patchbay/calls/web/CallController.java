package org.patchbay.calls.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.CallDetail;
import org.patchbay.calls.CallHistory;
import org.patchbay.calls.CallInspection;
import org.patchbay.calls.CallRecordings;
import org.patchbay.calls.CallView;
import org.patchbay.calls.CallWriteUps;
import org.patchbay.calls.Calls;
import org.patchbay.calls.WrapUps;
import org.patchbay.kernel.CountedPage;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calls")
class CallController {

    private final Calls calls;
    private final CallHistory history;
    private final CallWriteUps writeUps;
    private final CallRecordings recordings;
    private final WrapUps wrapUps;

    CallController(
            Calls calls, CallHistory history, CallWriteUps writeUps, CallRecordings recordings, WrapUps wrapUps) {
        this.calls = calls;
        this.history = history;
        this.writeUps = writeUps;
        this.recordings = recordings;
        this.wrapUps = wrapUps;
    }

    @GetMapping
    @Requires(Permission.CALLS_READ)
    CountedPage<CallView> list(
            @Valid CallQuery query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "must be 1 to 200")
                    @Max(value = 200, message = "must be 1 to 200")
                    int limit) {
        return history.page(query.filter(), cursor, limit);
    }

    @GetMapping("/{callId}")
    @Requires(Permission.CALLS_READ)
    CallDetail get(@PathVariable UUID callId) {
        return history.detail(callId);
    }

    @GetMapping("/{callId}/inspection")
    @Requires(Permission.CALLS_INSPECT)
    CallInspection inspect(@PathVariable UUID callId) {
        return history.inspect(callId);
    }

    @PatchMapping("/{callId}")
    @Requires(Permission.CALLS_MAKE)
    CallView change(@PathVariable UUID callId, @Valid @RequestBody WriteUp writeUp) {
        return writeUps.change(
                callId, new CallWriteUps.Change(writeUp.notes(), writeUp.disposition(), writeUp.distinctTags()));
    }

    @PostMapping("/{callId}/accept")
    @Requires(Permission.CALLS_MAKE)
    Calls.Taken accept(Caller.Member caller, @PathVariable UUID callId) {
        return calls.accept(caller, callId);
    }

    @PostMapping("/{callId}/decline")
    @Requires(Permission.CALLS_MAKE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(Caller.Member caller, @PathVariable UUID callId) {
        calls.decline(caller, callId);
    }

    @PostMapping("/{callId}/recording/pause")
    @Requires(Permission.CALLS_MAKE)
    CallView pauseRecording(Caller.InWorkspace caller, @PathVariable UUID callId) {
        return recordings.pause(caller, callId);
    }

    @PostMapping("/{callId}/recording/resume")
    @Requires(Permission.CALLS_MAKE)
    CallView resumeRecording(Caller.InWorkspace caller, @PathVariable UUID callId) {
        return recordings.resume(caller, callId);
    }

    @PostMapping("/{callId}/wrap-up")
    @Requires(Permission.CALLS_MAKE)
    CallView wrapUp(Caller.Member caller, @PathVariable UUID callId, @Valid @RequestBody WrapUp wrapUp) {
        return wrapUps.set(caller.memberId(), callId, Duration.ofSeconds(wrapUp.seconds()));
    }

    @PostMapping("/{callId}/hang-up")
    @Requires(Permission.CALLS_MAKE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hangUp(Caller.InWorkspace caller, @PathVariable UUID callId) {
        calls.hangUp(caller, callId);
    }

    record WrapUp(
            @NotNull(message = "is missing")
            @Min(value = 0, message = "must be 0 to 600")
            @Max(value = 600, message = "must be 0 to 600")
            Integer seconds) {}

    record WriteUp(
            @Nullable @Size(max = 20_000, message = "may have up to 20,000 characters")
            String notes,

            @Nullable @Size(max = 80, message = "may have up to 80 characters")
            String disposition,

            @Nullable @Size(max = 20, message = "may have up to 20 tags")
            List<
                            @Size(min = 1, max = 40, message = "must have 1 to 40 characters each")
                            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") String>
                    tags) {

        @AssertTrue(message = "needs at least one field")
        boolean isSomething() {
            return notes != null || disposition != null || tags != null;
        }

        @Nullable
        List<String> distinctTags() {
            return tags == null
                    ? null
                    : tags.stream().map(String::strip).distinct().toList();
        }
    }
}
