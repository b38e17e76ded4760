package org.patchbay.provisioning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.numbers.NumberDifference;
import org.patchbay.twilio.Aspect;

/// One thing that is other than it should be.
///
/// @param phoneNumber E.164, of a number
/// @param wanted an address without its fragment, a SID, a method; null for nothing
/// @param found likewise
public record Difference(
        Subject subject,
        @Nullable UUID numberId,
        @Nullable String phoneNumber,
        Aspect aspect,
        @Nullable String wanted,
        @Nullable String found) {

    static Difference of(Subject subject, Aspect aspect, @Nullable String wanted, @Nullable String found) {
        return new Difference(subject, null, null, aspect, wanted, found);
    }

    static Difference ofNumber(UUID id, String phoneNumber, NumberDifference difference) {
        return new Difference(
                Subject.NUMBER, id, phoneNumber, difference.aspect(), difference.wanted(), difference.found());
    }

    static Difference ofNumber(UUID id, String phoneNumber, Aspect aspect) {
        return new Difference(Subject.NUMBER, id, phoneNumber, aspect, null, null);
    }
}
