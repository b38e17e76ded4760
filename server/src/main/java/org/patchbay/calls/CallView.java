package org.patchbay.calls;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call as the API and the desks' events show it: `Call` in `api/openapi.yaml`.
///
/// @param from as Twilio says it: of callers not always a number
/// @param contactName what they are called by now
/// @param memberId who has it
/// @param memberName what they were called then
/// @param epoch counts the claims of this call
/// @param ringUntil when nobody has taken it
/// @param recordingPaused whether what is said at the moment is left out
/// @param recordingUrl a path of this server
/// @param wrapUpUntil until when its member writes it up; past when they are done
/// @param durationSeconds from the answer to the end
/// @param waitSeconds until the answer, or until nobody waited any more
/// @param price what Twilio charges for all legs; null until it says so
public record CallView(
        UUID id,
        String direction,
        String via,
        String stage,
        String status,
        @Nullable String outcome,
        @Nullable String endReason,
        @Nullable Integer errorCode,
        String from,
        String to,
        @Nullable String callerName,
        @Nullable UUID numberId,
        @Nullable UUID contactId,
        @Nullable String contactName,
        @Nullable UUID memberId,
        @Nullable String memberName,
        int epoch,
        List<UUID> offeredTo,
        List<UUID> declinedBy,
        @Nullable Instant ringUntil,
        @Nullable String conference,
        boolean recorded,
        boolean recordingPaused,
        @Nullable String recordingUrl,
        @Nullable Instant wrapUpUntil,
        Instant createdAt,
        @Nullable Instant offeredAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Integer durationSeconds,
        @Nullable Integer waitSeconds,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal price,

        @Nullable String priceUnit,
        @Nullable String disposition,
        String notes,
        List<String> tags) {}
