package org.patchbay.simulator.messages.web;

import java.util.function.Function;
import java.util.function.Predicate;
import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.messages.Message;
import org.patchbay.simulator.messages.OutboundMessages;
import org.patchbay.simulator.messages.Texting;
import org.patchbay.simulator.rest.DateFilter;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.Store;

/// Messages (<https://www.twilio.com/docs/messaging/api/message-resource>).
public final class MessagesResource {

    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/Messages.json";
    private static final String ONE = "/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json";

    private final Texting texting;
    private final OutboundMessages outbound;
    private final MessageFields fields;
    private final Store<Message> messages;

    public MessagesResource(Texting texting, OutboundMessages outbound, MessageFields fields) {
        this.texting = texting;
        this.outbound = outbound;
        this.fields = fields;
        this.messages = texting.store().messages();
    }

    public void register(RestRoutes routes) {
        routes.get(LIST, this::list).post(LIST, this::create);
        routes.get(ONE, request -> Json.answer(200, MessageJson.of(find(request))));
        routes.post(ONE, this::update).delete(ONE, this::delete);
    }

    private Answer create(RestRequest request) {
        var draft = fields.read(request);
        var message = texting.mailbox(request.accountSid()).ask(() -> outbound.accept(draft));
        return Json.answer(201, MessageJson.of(message));
    }

    private Answer list(RestRequest request) {
        var query = request.query();
        var sent = DateFilter.of(query, "DateSent");
        var found = messages.newestFirst(request.accountSid())
                .filter(equal(query, "To", Message::to))
                .filter(equal(query, "From", Message::from))
                .filter(message -> sent.test(message.progress().sent()));
        return Page.cut(found, query, Message::sid).answer(request, "messages", MessageJson::of);
    }

    private static Predicate<Message> equal(Params query, String name, Function<Message, String> property) {
        var wanted = query.first(name);
        return message -> wanted.isEmpty() || property.apply(message).equals(wanted.get());
    }

    /// An empty `Body` redacts, `Status=canceled` cancels what is scheduled.
    private Answer update(RestRequest request) {
        var form = request.form();
        boolean cancels = form.first("Status").filter("canceled"::equals).isPresent();
        if (form.has("Status") && !cancels) {
            throw RestError.badRequest(20001, "Status may only become canceled");
        }
        if (form.first("Body").filter(body -> !body.isEmpty()).isPresent()) {
            throw RestError.badRequest(20001, "Body may only become empty");
        }
        return texting.mailbox(request.accountSid()).ask(() -> {
            var message = find(request);
            if (cancels) {
                message = outbound.cancel(message)
                        .orElseThrow(() -> RestError.badRequest(30409, "Only a scheduled message can be canceled"));
            }
            if (form.has("Body")) {
                message = outbound.redact(message);
            }
            return Json.answer(200, MessageJson.of(message));
        });
    }

    private Answer delete(RestRequest request) {
        return texting.mailbox(request.accountSid()).ask(() -> {
            outbound.delete(find(request));
            return Answer.empty(204);
        });
    }

    private Message find(RestRequest request) {
        return messages.find(request.accountSid(), request.variable("Sid")).orElseThrow(request::notFound);
    }
}
