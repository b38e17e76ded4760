package org.patchbay.calls;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call with all that belongs to it, as the API shows it.
///
/// @param events in the order in which we heard of them
public record CallDetail(CallView call, List<Leg> legs, List<Recording> recordings, List<Moment> events) {

    /// One Twilio call inside it.
    ///
    /// @param address a number, or `client:` and an identity
    /// @param sid Twilio's; null until it is known
    public record Leg(
            UUID id,
            String kind,
            @Nullable UUID memberId,
            String address,
            @Nullable String sid,
            String status,
            int epoch,
            boolean inRoom,
            String dial,
            boolean ending,
            Instant createdAt,
            @Nullable Instant ringingAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable Integer durationSeconds,
            @Nullable Integer sipCode,
            @Nullable Integer errorCode) {}

    public record Recording(
            UUID id,
            String status,
            String source,
            @Nullable Integer channels,
            @Nullable Integer durationSeconds,
            @Nullable Instant startedAt,
            Instant createdAt) {}

    /// @param decided what followed, in words
    public record Moment(
            UUID id, String type, String source, @Nullable UUID legId, Instant at, List<String> decided) {}
}
