package org.patchbay.simulator.numbers;

import java.util.regex.Pattern;

/// What Twilio calls a number's type, as far as the number itself tells.
public enum NumberKind {
    LOCAL("local"),
    MOBILE("mobile"),
    TOLL_FREE("tollfree");

    private static final Pattern FREE = Pattern.compile("\\+1(800|833|844|855|866|877|888)\\d{7}");

    /// Where mobile phones have ranges of their own; in North America they have none.
    private static final Pattern MOBILE_RANGES =
            Pattern.compile("\\+(447|4915|4916|4917|336|337|614|316|4366|4367|4368|4369|417[5-9]|3538)\\d+");

    private final String wire;

    NumberKind(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public static NumberKind of(String phoneNumber) {
        if (FREE.matcher(phoneNumber).matches()) {
            return TOLL_FREE;
        }
        return MOBILE_RANGES.matcher(phoneNumber).matches() ? MOBILE : LOCAL;
    }
}
