package org.patchbay.simulator.numbers;

import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.Sids;

/// The numbers that can be bought: an endless, repeatable supply per country, made of the ranges that
/// numbering plans keep for fiction where there are some (555-01xx in North America).
public final class AvailableNumbers {

    /// What is offered outside North America, without the last three digits.
    private record Supply(String local, String mobile) {}

    private static final Supply NORTH_AMERICA = new Supply("+1", "");

    private static final Map<String, Supply> COUNTRIES = Map.ofEntries(
            Map.entry("US", NORTH_AMERICA),
            Map.entry("CA", NORTH_AMERICA),
            Map.entry("GB", new Supply("+441632960", "+447700900")),
            Map.entry("DE", new Supply("+4930231250", "+4915550000")),
            Map.entry("FR", new Supply("+33199000", "+33639980")),
            Map.entry("AU", new Supply("+6125550", "+61491570")),
            Map.entry("NL", new Supply("+3120250", "+31655500")),
            Map.entry("AT", new Supply("+43720", "+43664555")),
            Map.entry("CH", new Supply("+4144000", "+4175555")),
            Map.entry("IE", new Supply("+3531567", "+35385555")));

    private static final int[] AREA_CODES = {212, 305, 312, 415, 503, 512, 617, 702, 808, 917};
    private static final int[] CANADIAN_AREA_CODES = {204, 416, 514, 604, 902};

    private final NumberStore numbers;

    public AvailableNumbers(NumberStore numbers) {
        this.numbers = numbers;
    }

    public boolean offers(String countryCode) {
        return COUNTRIES.containsKey(countryCode);
    }

    public Stream<String> countries() {
        return COUNTRIES.keySet().stream().sorted();
    }

    /// Free numbers of a country, in a fixed order.
    ///
    /// @param kind `Local`, `Mobile` or `TollFree`; of Twilio's other kinds there is nothing on offer
    public Stream<String> in(String countryCode, String kind) {
        Supply supply = COUNTRIES.getOrDefault(countryCode, NORTH_AMERICA);
        Stream<String> all = switch (kind) {
            case "Local" -> supply.equals(NORTH_AMERICA) ? northAmerican(areas(countryCode)) : thousand(supply.local());
            case "Mobile" -> supply.mobile().isEmpty() ? Stream.empty() : thousand(supply.mobile());
            case "TollFree" -> supply.equals(NORTH_AMERICA) ? northAmerican(new int[] {833, 844, 855}) : Stream.empty();
            default -> Stream.empty();
        };
        return all.filter(number -> numbers.byNumber(number).isEmpty());
    }

    private static Stream<String> thousand(String prefix) {
        return IntStream.range(0, 1000).mapToObj(i -> prefix + "%03d".formatted(i));
    }

    private static int[] areas(String countryCode) {
        return countryCode.equals("CA") ? CANADIAN_AREA_CODES : AREA_CODES;
    }

    private static Stream<String> northAmerican(int[] areaCodes) {
        return IntStream.range(0, 100)
                .boxed()
                .flatMap(line -> IntStream.of(areaCodes).mapToObj(area -> "+1%03d55501%02d".formatted(area, line)));
    }

    /// The number asked for by name. Any number that nobody has can be bought: a test must be able to
    /// take the number that its configuration names.
    public String named(String text) {
        String number = PhoneNumbers.normalize(text)
                .orElseThrow(() -> RestError.badRequest(21421, "PhoneNumber is invalid: " + text));
        // Twilio's magic number for "not available".
        if (number.equals("+15005550000") || numbers.byNumber(number).isPresent()) {
            throw RestError.badRequest(21422, number + " is not available");
        }
        return number;
    }

    public String inAreaCode(String areaCode) {
        if (!areaCode.matches("[2-9]\\d\\d")) {
            throw RestError.badRequest(21451, "Invalid area code: " + areaCode);
        }
        return northAmerican(new int[] {Integer.parseInt(areaCode)})
                .filter(number -> numbers.byNumber(number).isEmpty())
                .findFirst()
                .orElseThrow(() -> RestError.badRequest(21452, "No phone numbers found in area code " + areaCode));
    }

    /// @throws RestError 400/21422 when somebody else was faster
    public IncomingPhoneNumber buy(String number, String accountSid, Instant now) {
        var bought = IncomingPhoneNumber.bought(Sids.mint("PN"), accountSid, number, Capabilities.ALL, now);
        if (!numbers.put(bought)) {
            throw RestError.badRequest(21422, number + " is not available");
        }
        return bought;
    }
}
