package org.patchbay.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member's own filter of the history: `CallView` in `api/openapi.yaml`.
public record SavedView(UUID id, String name, Filter filter) {

    /// As somebody chose it; what is null is not filtered by.
    ///
    /// @param days of the last so many days
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Filter(
            @Nullable UUID numberId,
            @Nullable UUID memberId,
            @Nullable UUID contactId,
            @Nullable String direction,
            @Nullable String outcome,
            @Nullable Integer days,
            @Nullable String text) {}
}
