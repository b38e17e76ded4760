package org.patchbay.simulator.numbers;

import java.util.Optional;
import java.util.regex.Pattern;

/// Phone numbers as text.
public final class PhoneNumbers {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1(\\d{3})(\\d{3})(\\d{4})");

    private PhoneNumbers() {}

    public static boolean isE164(String text) {
        return E164.matcher(text).matches();
    }

    /// Reads what people type: blanks, dots, dashes and brackets are dropped, ten digits are taken as
    /// North American, as Twilio does for its US accounts.
    ///
    /// @return E.164, or empty when it can be no phone number
    public static Optional<String> normalize(String text) {
        String plain = text.strip().replaceAll("[\\s().-]", "");
        if (plain.matches("\\d{10}")) {
            plain = "+1" + plain;
        } else if (plain.matches("1\\d{10}")) {
            plain = "+" + plain;
        }
        return Optional.of(plain).filter(PhoneNumbers::isE164);
    }

    /// `(415) 867-5309` for a North American number, else the text itself.
    public static String national(String phoneNumber) {
        var match = NORTH_AMERICAN.matcher(phoneNumber);
        return match.matches() ? "(%s) %s-%s".formatted(match.group(1), match.group(2), match.group(3)) : phoneNumber;
    }
}
