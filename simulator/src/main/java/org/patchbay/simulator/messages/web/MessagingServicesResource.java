package org.patchbay.simulator.messages.web;

import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.messages.MessagingService;
import org.patchbay.simulator.messages.MessagingServices;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.time.SimulatorClock;

/// Messaging services and their sender pools; phone numbers are the only senders
/// (<https://www.twilio.com/docs/messaging/api/service-resource>).
public final class MessagingServicesResource {

    private static final String LIST = "/v1/Services";
    private static final String ONE = "/v1/Services/{Sid}";
    private static final String POOL = "/v1/Services/{ServiceSid}/PhoneNumbers";
    private static final String SENDER = "/v1/Services/{ServiceSid}/PhoneNumbers/{Sid}";

    private final MessagingServices services;
    private final NumberStore numbers;
    private final SimulatorClock clock;

    public MessagingServicesResource(MessagingServices services, NumberStore numbers, SimulatorClock clock) {
        this.services = services;
        this.numbers = numbers;
        this.clock = clock;
    }

    public void register(RestRoutes routes) {
        routes.get(LIST, this::list).post(LIST, this::create);
        routes.get(ONE, request -> Json.answer(200, MessagingServiceJson.of(service(request, "Sid"))));
        routes.post(ONE, this::update).delete(ONE, this::delete);
        routes.get(POOL, this::pool).post(POOL, this::add);
        routes.get(SENDER, request -> {
            var service = service(request, "ServiceSid");
            return Json.answer(200, MessagingServiceJson.of(service, sender(request, service)));
        });
        routes.delete(SENDER, this::remove);
    }

    private Answer list(RestRequest request) {
        return Page.cut(services.store().newestFirst(request.accountSid()), request.query(), MessagingService::sid)
                .answerV1(request, MessagingServiceJson.HOST, "services", MessagingServiceJson::of);
    }

    private Answer create(RestRequest request) {
        var service = MessagingServiceFields.create(request.accountSid(), request.fields(), clock.now());
        services.store().put(service);
        return Json.answer(201, MessagingServiceJson.of(service));
    }

    private Answer update(RestRequest request) {
        var changed = MessagingServiceFields.update(service(request, "Sid"), request.fields(), clock.now());
        services.store().put(changed);
        return Json.answer(200, MessagingServiceJson.of(changed));
    }

    private Answer delete(RestRequest request) {
        services.store().remove(service(request, "Sid").sid());
        return Answer.empty(204);
    }

    private Answer pool(RestRequest request) {
        var service = service(request, "ServiceSid");
        return Page.cut(services.pool(service).stream(), request.query(), IncomingPhoneNumber::sid)
                .answerV1(
                        request,
                        MessagingServiceJson.HOST,
                        "phone_numbers",
                        number -> MessagingServiceJson.of(service, number));
    }

    private Answer add(RestRequest request) {
        var service = service(request, "ServiceSid");
        String sid = request.fields().required("PhoneNumberSid", 20001);
        var number = numbers.numbers().find(request.accountSid(), sid).orElseThrow(request::notFound);
        services.ofNumber(number).ifPresent(owner -> {
            throw owner.sid().equals(service.sid())
                    ? RestError.badRequest(21710, "Phone Number Already Exists in Messaging Service")
                    : RestError.badRequest(21712, "Phone Number is associated with another Messaging Service");
        });
        services.store().put(service.withNumber(sid, clock.now()));
        return Json.answer(201, MessagingServiceJson.of(service, number));
    }

    private Answer remove(RestRequest request) {
        var service = service(request, "ServiceSid");
        var number = sender(request, service);
        services.store().put(service.withoutNumber(number.sid(), clock.now()));
        return Answer.empty(204);
    }

    private MessagingService service(RestRequest request, String variable) {
        return services.store()
                .find(request.accountSid(), request.variable(variable))
                .orElseThrow(request::notFound);
    }

    private IncomingPhoneNumber sender(RestRequest request, MessagingService service) {
        return services.pool(service).stream()
                .filter(number -> number.sid().equals(request.variable("Sid")))
                .findFirst()
                .orElseThrow(request::notFound);
    }
}
