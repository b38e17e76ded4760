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

    /// National prefix of what is offered, by country.
    private static final Map<String, String> COUNTRIES = Map.of(
            "US",
            "+1",
            "CA",
            "+1",
            "GB",
            "+447700900",
            "DE",
            "+4930231",
            "FR",
            "+33199000",
            "AU",
            "+6125550",
            "NL",
            "+3197014",
            "AT",
            "+43720",
            "CH",
            "+4144000",
            "IE",
            "+3531567");

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
    /// @param kind `Local`, `Mobile`, `TollFree`, …; toll-free numbers exist in North America
    public Stream<String> in(String countryCode, String kind) {
        String prefix = COUNTRIES.getOrDefault(countryCode, "+1");
        Stream<String> all = prefix.equals("+1")
                ? kind.equals("TollFree") ? northAmerican(new int[] {833, 844, 855}) : northAmerican(areas(countryCode))
                : IntStream.range(0, 1000).mapToObj(i -> prefix + "%03d".formatted(i));
        return all.filter(number -> numbers.byNumber(number).isEmpty());
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
