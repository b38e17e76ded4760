package org.patchbay.workspaces;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.function.Function;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.springframework.stereotype.Component;

/// Reads phone numbers as people write them, national ones as of the workspace's country.
@Component
public class DialledNumbers {

    private final Workspaces workspaces;

    DialledNumbers(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /// @param field what the number is called in the request
    /// @return E.164, or nothing for nothing
    /// @throws Problem 400 `invalid` if nobody can be reached under it
    public String orEmpty(String field, String written) {
        if (written.isBlank()) {
            return "";
        }
        return reader().apply(written)
                .orElseThrow(() -> Problems.invalid(field, "must be a phone number, such as +14155550117"));
    }

    /// For many numbers: the workspace is asked for its country once.
    ///
    /// @return from what somebody wrote to E.164; empty if nobody can be reached under it
    public Function<String, Optional<String>> reader() {
        String country = workspaces.get().country();
        return written -> read(written, country);
    }

    private static Optional<String> read(String written, String country) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = numbers.parse(written, country);
            return numbers.isPossibleNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
