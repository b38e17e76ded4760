package org.patchbay.twilio;

import com.twilio.rest.api.v2010.account.Call;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A call as Twilio's REST API shows it. Twilio is eventually consistent: this may be some moments old.
///
/// @param parentSid of the call that dialed this one
/// @param from E.164, `client:…`, or what the caller's network says, such as `anonymous`
/// @param status one of Twilio's words, such as `in-progress`; never `initiated`, which only webhooks know.
///     Null for a word that the SDK does not know
/// @param direction `inbound`, `outbound-api` or `outbound-dial`
/// @param created when Twilio was asked for it, or when it came
/// @param started when it was answered, or began to be dialed; null before
/// @param ended null before
/// @param durationSeconds null before its end
/// @param price what it costs, negative as Twilio writes it; null until it is known, which may be hours
/// @param priceUnit ISO 4217
/// @param answeredBy what machine detection found; null without it
/// Source: [Call resource](https://www.twilio.com/docs/voice/api/call-resource).
public record CallSeen(
        String sid,
        @Nullable String parentSid,
        String from,
        String to,
        @Nullable String status,
        @Nullable String direction,
        @Nullable Instant created,
        @Nullable Instant started,
        @Nullable Instant ended,
        @Nullable Integer durationSeconds,
        @Nullable BigDecimal price,
        @Nullable String priceUnit,
        @Nullable String answeredBy) {

    private static final Set<String> FINAL = Set.of("completed", "busy", "failed", "no-answer", "canceled");

    /// Whether it will not change its status any more.
    public boolean isOver() {
        return status != null && FINAL.contains(status);
    }

    static CallSeen of(Call call) {
        return new CallSeen(
                call.getSid(),
                call.getParentCallSid(),
                orNothing(call.getFrom()),
                orNothing(call.getTo()),
                word(call.getStatus()),
                call.getDirection(),
                instant(call.getDateCreated()),
                instant(call.getStartTime()),
                instant(call.getEndTime()),
                whole(call.getDuration()),
                decimal(call.getPrice()),
                call.getPriceUnit() == null ? null : call.getPriceUnit().getCurrencyCode(),
                call.getAnsweredBy());
    }

    /// Twilio's word behind one of the SDK's enums.
    static @Nullable String word(@Nullable Enum<?> known) {
        return known == null ? null : known.toString();
    }

    static @Nullable Instant instant(@Nullable ZonedDateTime time) {
        return time == null ? null : time.toInstant();
    }

    static @Nullable Integer whole(@Nullable String number) {
        return number == null || !number.matches("\\d{1,9}") ? null : Integer.valueOf(number);
    }

    static @Nullable BigDecimal decimal(@Nullable String number) {
        return number == null || !number.matches("-?\\d{1,12}(\\.\\d{1,12})?") ? null : new BigDecimal(number);
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}
