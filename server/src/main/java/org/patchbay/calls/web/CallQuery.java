package org.patchbay.calls.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.CallFilter;
import org.patchbay.kernel.Asked;
import org.springframework.format.annotation.DateTimeFormat;

/// Which calls are asked for, as the query says it.
record CallQuery(
        @Nullable UUID numberId,
        @Nullable UUID memberId,
        @Nullable UUID contactId,

        @Nullable @Size(max = 40, message = "must be a phone number")
        String customer,

        @Nullable @Pattern(regexp = "inbound|outbound", message = "must be inbound or outbound")
        String direction,

        @Nullable
        @Pattern(
                regexp = "answered|missed|abandoned|voicemail|failed",
                message = "must be answered, missed, abandoned, voicemail or failed")
        String outcome,

        @Nullable Boolean live,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        Instant since,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        Instant until,

        @Nullable @Size(max = 100, message = "may have up to 100 characters")
        String text) {

    CallFilter filter() {
        return new CallFilter(
                numberId,
                memberId,
                contactId,
                Asked.orNull(customer),
                direction,
                outcome,
                Boolean.TRUE.equals(live),
                since,
                until,
                Asked.orNull(text));
    }
}
