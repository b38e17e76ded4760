package org.patchbay.simulator.calls;

import java.util.Map;

/// The country of a number by its dialling code, for a few; empty for the rest.
public final class Countries {

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("1", "US"),
            Map.entry("31", "NL"),
            Map.entry("33", "FR"),
            Map.entry("34", "ES"),
            Map.entry("39", "IT"),
            Map.entry("41", "CH"),
            Map.entry("43", "AT"),
            Map.entry("44", "GB"),
            Map.entry("49", "DE"),
            Map.entry("61", "AU"),
            Map.entry("353", "IE"));

    private Countries() {}

    public static String of(String e164) {
        for (int digits = 1; digits <= 3 && digits < e164.length(); digits++) {
            String country = BY_CODE.get(e164.substring(1, 1 + digits));
            if (country != null) {
                return country;
            }
        }
        return "";
    }
}
