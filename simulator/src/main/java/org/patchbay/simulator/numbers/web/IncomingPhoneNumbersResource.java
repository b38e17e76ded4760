package org.patchbay.simulator.numbers.web;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.patchbay.simulator.accounts.AccountStore;
import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.numbers.AvailableNumbers;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.numbers.NumberKind;
import org.patchbay.simulator.numbers.NumberSettings;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.rest.Fields;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.time.SimulatorClock;
import tools.jackson.databind.node.ObjectNode;

/// Bought numbers: list, buy, configure, move to a subaccount, release
/// (<https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource>).
public final class IncomingPhoneNumbersResource {

    private static final String BASE = "/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers";
    private static final String ONE = BASE + "/{Sid}.json";

    private final NumberStore numbers;
    private final AccountStore accounts;
    private final AvailableNumbers available;
    private final NumberSettings settings;
    private final SimulatorClock clock;

    public IncomingPhoneNumbersResource(
            NumberStore numbers, AccountStore accounts, AvailableNumbers available, SimulatorClock clock) {
        this.numbers = numbers;
        this.accounts = accounts;
        this.available = available;
        this.settings = new NumberSettings(numbers);
        this.clock = clock;
    }

    public void register(RestRoutes routes) {
        routes.get(BASE + ".json", request -> list(request, number -> true, NumberJson::of));
        routes.post(BASE + ".json", request -> Json.answer(201, NumberJson.of(buy(request))));
        register(routes, "/Local.json", NumberKind.LOCAL);
        register(routes, "/Mobile.json", NumberKind.MOBILE);
        register(routes, "/TollFree.json", NumberKind.TOLL_FREE);
        routes.get(ONE, request -> Json.answer(200, NumberJson.of(find(request))));
        routes.post(ONE, this::update).delete(ONE, this::release);
    }

    private void register(RestRoutes routes, String path, NumberKind kind) {
        routes.get(
                BASE + path,
                request ->
                        list(request, number -> NumberKind.of(number.phoneNumber()) == kind, NumberJson::withoutType));
        routes.post(BASE + path, request -> Json.answer(201, NumberJson.withoutType(buy(request))));
    }

    private Answer list(
            RestRequest request,
            Predicate<IncomingPhoneNumber> wanted,
            Function<IncomingPhoneNumber, ObjectNode> json) {
        var name = request.query().first("FriendlyName");
        var pattern = request.query().first("PhoneNumber").map(IncomingPhoneNumbersResource::pattern);
        var found = numbers.numbers()
                .newestFirst(request.accountSid())
                .filter(wanted)
                .filter(number -> name.isEmpty() || number.friendlyName().equals(name.get()))
                .filter(number -> pattern.isEmpty()
                        || pattern.get().matcher(number.phoneNumber()).find());
        return Page.cut(found, request.query(), IncomingPhoneNumber::sid)
                .answer(request, "incoming_phone_numbers", json);
    }

    /// A whole number, or a part of it with `*` for one digit.
    private static Pattern pattern(String filter) {
        String quoted = Pattern.quote(filter.strip()).replace("*", "\\E.\\Q");
        return Pattern.compile(quoted);
    }

    private IncomingPhoneNumber buy(RestRequest request) {
        Fields fields = request.fields();
        var choice = fields.text("PhoneNumber")
                .map(available::named)
                .or(() -> fields.text("AreaCode").map(available::inAreaCode))
                .orElseThrow(() -> RestError.badRequest(21404, "A 'PhoneNumber' or 'AreaCode' is required"));
        var bought = available.buy(choice, request.accountSid(), clock.now());
        var configured = settings.apply(bought, fields, clock.now());
        numbers.put(configured);
        return configured;
    }

    private Answer update(RestRequest request) {
        var changed = settings.apply(find(request), request.fields(), clock.now());
        var moved = request.fields()
                .text("AccountSid")
                .filter(sid -> !sid.equals(changed.accountSid()))
                .map(sid -> moved(request, changed, sid))
                .orElse(changed);
        numbers.put(moved);
        return Json.answer(200, NumberJson.of(moved));
    }

    /// Between an account and its subaccounts only.
    private IncomingPhoneNumber moved(RestRequest request, IncomingPhoneNumber number, String accountSid) {
        String family = request.account().ownerSid();
        boolean related = accounts.find(accountSid)
                .filter(target -> target.ownerSid().equals(family))
                .isPresent();
        if (!related) {
            throw RestError.badRequest(20001, "AccountSid is no account of yours");
        }
        return number.ownedBy(accountSid);
    }

    private Answer release(RestRequest request) {
        numbers.release(find(request));
        return Answer.empty(204);
    }

    private IncomingPhoneNumber find(RestRequest request) {
        return numbers.numbers()
                .find(request.accountSid(), request.variable("Sid"))
                .orElseThrow(request::notFound);
    }
}
