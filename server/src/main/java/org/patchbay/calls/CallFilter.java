package org.patchbay.calls;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which calls are meant; null for all.
///
/// @param customer whose number exactly this is, in E.164
/// @param live only those that are not over
/// @param since begun then or later
/// @param until begun before then
/// @param text in numbers, names (the contacts' as they are by now), notes or tags
public record CallFilter(
        @Nullable UUID numberId,
        @Nullable UUID memberId,
        @Nullable UUID contactId,
        @Nullable String customer,
        @Nullable String direction,
        @Nullable String outcome,
        boolean live,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String text) {}
