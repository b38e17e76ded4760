package org.patchbay.twilio;

import java.util.regex.Pattern;

/// What conferences and their participants may be called: nothing that means something in a URL, since the
/// SDK writes names into one, and nothing that needs escaping anywhere.
final class TwimlName {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private TwimlName() {}

    /// @throws IllegalArgumentException if Twilio or the SDK would trip over it
    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name is 1 to 128 of A-Z, a-z, 0-9, _ and -");
        }
        return name;
    }
}
