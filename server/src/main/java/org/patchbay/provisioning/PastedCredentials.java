package org.patchbay.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.patchbay.kernel.FieldError;
import org.patchbay.kernel.Problems;

/// Account SID and Auth Token as somebody pasted them, with what is plainly wrong said before Twilio is
/// asked: that would only answer "Authenticate".
///
/// @param accountSid `AC` and 32 hexadecimal digits
/// @param authToken 32 characters
record PastedCredentials(String accountSid, String authToken) {

    private static final int TOKEN_LENGTH = 32;
    private static final int SID_LENGTH = 34;
    private static final Pattern SID = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]*");

    /// @throws org.patchbay.kernel.Problem 400 naming each field that can not be right
    static PastedCredentials read(String accountSid, String authToken) {
        PastedCredentials pasted = new PastedCredentials(accountSid.strip(), authToken.strip());
        List<FieldError> errors = new ArrayList<>();
        pasted.checkSid(errors);
        pasted.checkToken(errors);
        if (!errors.isEmpty()) {
            throw Problems.INVALID
                    .because("Copy both from the first page of Twilio's console.")
                    .with(errors);
        }
        return pasted;
    }

    private void checkSid(List<FieldError> errors) {
        if (SID.matcher(accountSid).matches()) {
            return;
        }
        String message;
        if (accountSid.startsWith("SK")) {
            message = "is an API key's SID; the account's begins with AC";
        } else if (!accountSid.startsWith("AC")) {
            message = "begins with AC";
        } else if (accountSid.length() != SID_LENGTH) {
            message = "has 34 characters, and this has " + accountSid.length();
        } else {
            message = "is AC and 32 of the characters 0 to 9 and a to f";
        }
        errors.add(new FieldError("accountSid", message));
    }

    private void checkToken(List<FieldError> errors) {
        if (authToken.length() != TOKEN_LENGTH) {
            errors.add(new FieldError("authToken", "has 32 characters, and this has " + authToken.length()));
        } else if (!HEXADECIMAL.matcher(authToken).matches()) {
            errors.add(new FieldError("authToken", "has only the characters 0 to 9 and a to f"));
        }
    }

    /// Without the SID, too: people paste the token into the wrong field.
    @Override
    public String toString() {
        return "PastedCredentials[…]";
    }
}
