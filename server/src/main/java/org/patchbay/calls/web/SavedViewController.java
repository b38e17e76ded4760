package org.patchbay.calls.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.SavedView;
import org.patchbay.calls.SavedViews;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/call-views")
class SavedViewController {

    private final SavedViews views;

    SavedViewController(SavedViews views) {
        this.views = views;
    }

    @GetMapping
    @Requires(Permission.CALLS_READ)
    List<SavedView> list(Caller.Member caller) {
        return views.all(caller.memberId());
    }

    @PostMapping
    @Requires(Permission.CALLS_READ)
    SavedView save(Caller.Member caller, @Valid @RequestBody Wish wish) {
        return views.save(caller.memberId(), wish.name().strip(), wish.filter().kept());
    }

    @DeleteMapping("/{viewId}")
    @Requires(Permission.CALLS_READ)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller.Member caller, @PathVariable UUID viewId) {
        views.delete(caller.memberId(), viewId);
    }

    record Wish(
            @NotBlank(message = "is missing") @Size(max = 60, message = "may have up to 60 characters")
            String name,

            @NotNull(message = "is missing") @Valid Filter filter) {}

    record Filter(
            @Nullable UUID numberId,
            @Nullable UUID memberId,
            @Nullable UUID contactId,

            @Nullable @Pattern(regexp = "inbound|outbound", message = "must be inbound or outbound")
            String direction,

            @Nullable
            @Pattern(
                    regexp = "answered|missed|abandoned|voicemail|failed",
                    message = "must be answered, missed, abandoned, voicemail or failed")
            String outcome,

            @Nullable @Min(value = 1, message = "must be 1 to 366") @Max(value = 366, message = "must be 1 to 366")
            Integer days,

            @Nullable @Size(max = 100, message = "may have up to 100 characters")
            String text) {

        SavedView.Filter kept() {
            return new SavedView.Filter(numberId, memberId, contactId, direction, outcome, days, text);
        }
    }
}
