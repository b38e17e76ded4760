package org.patchbay.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.patchbay.workspaces.Workspaces;
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
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number =
                    numbers.parse(written, workspaces.get().country());
            if (numbers.isPossibleNumber(number)) {
                return numbers.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException notANumber) {
            // The same answer as for one that can not be.
        }
        throw Problems.invalid(field, "must be a phone number, such as +14155550117");
    }
}
