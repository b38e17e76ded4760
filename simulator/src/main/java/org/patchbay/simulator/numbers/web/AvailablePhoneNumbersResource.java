package org.patchbay.simulator.numbers.web;

import java.util.Locale;
import java.util.regex.Pattern;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.numbers.AvailableNumbers;
import org.patchbay.simulator.numbers.Capabilities;
import org.patchbay.simulator.numbers.PhoneNumbers;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.node.ObjectNode;

/// Numbers for sale (<https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource>).
/// Filters by AreaCode and Contains are honoured; the others narrow nothing, as every number on offer
/// can do everything everywhere in its country.
public final class AvailablePhoneNumbersResource {

    private static final String BASE = "/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers";
    private static final String[] KINDS = {
        "Local", "Mobile", "TollFree", "National", "Voip", "SharedCost", "MachineToMachine"
    };

    private final AvailableNumbers available;

    public AvailablePhoneNumbersResource(AvailableNumbers available) {
        this.available = available;
    }

    public void register(RestRoutes routes) {
        routes.get(BASE + ".json", this::countries).get(BASE + "/{CountryCode}.json", this::country);
        for (String kind : KINDS) {
            routes.get(BASE + "/{CountryCode}/" + kind + ".json", request -> list(request, kind));
        }
    }

    private Answer countries(RestRequest request) {
        var json = Json.object().put("uri", request.base() + "/AvailablePhoneNumbers.json");
        var array = json.putArray("countries");
        available.countries().forEach(code -> array.add(json(request, code)));
        return Json.answer(200, json);
    }

    private Answer country(RestRequest request) {
        return Json.answer(200, json(request, countryCode(request)));
    }

    private Answer list(RestRequest request, String kind) {
        String country = countryCode(request);
        Params query = request.query();
        int size = query.first("PageSize")
                .filter(n -> n.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(30);
        var json = Json.object().put("uri", request.http().path());
        var array = json.putArray("available_phone_numbers");
        var areaCode = query.first("AreaCode");
        var contains = query.first("Contains").map(AvailablePhoneNumbersResource::pattern);
        available
                .in(country, kind)
                .filter(number -> areaCode.isEmpty() || number.startsWith("+1" + areaCode.get()))
                .filter(number ->
                        contains.isEmpty() || contains.get().matcher(number).find())
                .limit(Math.clamp(size, 1, 1000))
                .forEach(number -> array.add(json(country, number)));
        return Json.answer(200, json);
    }

    /// `*` and letters match one digit each (letters as on a keypad are read as any digit).
    private static Pattern pattern(String contains) {
        return Pattern.compile(contains.replaceAll("[^0-9*a-zA-Z]", "").replaceAll("[*a-zA-Z]", "\\\\d"));
    }

    private String countryCode(RestRequest request) {
        String code = request.variable("CountryCode").toUpperCase(Locale.ROOT);
        if (!available.offers(code)) {
            throw request.notFound();
        }
        return code;
    }

    private static ObjectNode json(RestRequest request, String code) {
        String uri = request.base() + "/AvailablePhoneNumbers/" + code;
        var json = Json.object()
                .put("beta", false)
                .put("country", Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
                .put("country_code", code)
                .put("uri", uri + ".json");
        json.putObject("subresource_uris").put("local", uri + "/Local.json").put("mobile", uri + "/Mobile.json");
        return json;
    }

    private static ObjectNode json(String country, String number) {
        var json = Json.object()
                .put("address_requirements", "none")
                .put("beta", false)
                .put("friendly_name", PhoneNumbers.national(number))
                .put("iso_country", country)
                .putNull("lata")
                .putNull("latitude")
                .putNull("locality")
                .putNull("longitude")
                .put("phone_number", number)
                .putNull("postal_code")
                .putNull("rate_center")
                .putNull("region");
        json.set("capabilities", NumberJson.of(Capabilities.ALL).put("fax", false));
        return json;
    }
}
