package org.patchbay.simulator.driving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.messages.InboundMessages;
import org.patchbay.simulator.numbers.PhoneNumbers;
import org.patchbay.simulator.phones.Attachment;
import org.patchbay.simulator.phones.Phones;
import org.patchbay.simulator.phones.Text;
import org.patchbay.simulator.phones.TextScript;
import org.patchbay.simulator.phones.TextScript.Reception;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Phones that text, over HTTP.
///
/// `POST phones/{number}/texts` takes `{"to": "+1…", "body": "…", "media": [{"contentType": "image/png",
/// "base64": "…"}]}`. `PUT phones/{number}/text-script` takes `{"reception": "receipt", "replies":
/// [{"trigger": "price", "body": "…", "delayMillis": 2000}]}`.
public final class TextControl {

    private static final int LONGEST_BODY = 1_600;

    private final Phones phones;
    private final InboundMessages inbound;

    public TextControl(Phones phones, InboundMessages inbound) {
        this.phones = phones;
        this.inbound = inbound;
    }

    public void register(ControlRoutes routes) {
        routes.get("phones/{Number}/texts", this::list);
        routes.post("phones/{Number}/texts", this::send);
        routes.put("phones/{Number}/text-script", this::script);
    }

    private Answer list(Request request, ObjectNode body) {
        var texts = Json.array();
        phones.number(number(request.variable("Number"), "the number")).texts().forEach(text -> texts.add(json(text)));
        var json = Json.object();
        json.set("texts", texts);
        return Json.answer(200, json);
    }

    private static ObjectNode json(Text text) {
        return Json.object()
                .put("at", text.at().toString())
                .put("from", text.from())
                .put("body", text.body())
                .put("media", text.attachments().size());
    }

    private Answer send(Request request, ObjectNode body) {
        String from = number(request.variable("Number"), "the number");
        String to = number(body.path("to").asString(""), "to");
        String words = body.path("body").asString("");
        var attachments = attachments(body.path("media"));
        if (words.isEmpty() && attachments.isEmpty() || words.length() > LONGEST_BODY) {
            throw new ControlError(400, "body must have 1 to 1,600 characters");
        }
        return inbound.receive(from, to, words, attachments)
                .map(sid -> Json.answer(202, Json.object().put("sid", sid)))
                .orElseThrow(() -> new ControlError(404, "no account gets texts at " + to));
    }

    private Answer script(Request request, ObjectNode body) {
        var phone = phones.number(number(request.variable("Number"), "the number"));
        var replies = new ArrayList<TextScript.Reply>();
        for (var reply : body.path("replies")) {
            String trigger = reply.path("trigger").asString("");
            replies.add(new TextScript.Reply(
                    trigger.isEmpty() ? null : trigger,
                    reply.path("body").asString(""),
                    Duration.ofMillis(Math.max(0, reply.path("delayMillis").asLong(2_000)))));
        }
        phone.texting(new TextScript(reception(body), replies));
        return Answer.empty(204);
    }

    private static Reception reception(ObjectNode body) {
        int code = body.path("errorCode").asInt(30003);
        return switch (body.path("reception").asString("receipt")) {
            case "receipt" -> new Reception.Receipt();
            case "no-receipt" -> new Reception.NoReceipt();
            case "undelivered" -> new Reception.Undelivered(code);
            case "failed" -> new Reception.Failed(code);
            case "landline" -> new Reception.Landline();
            default -> throw new ControlError(400, "reception: receipt, no-receipt, undelivered, failed or landline");
        };
    }

    private static List<Attachment> attachments(JsonNode media) {
        var attachments = new ArrayList<Attachment>();
        for (var one : media) {
            try {
                byte[] content = Base64.getDecoder().decode(one.path("base64").asString(""));
                attachments.add(new Attachment(one.path("contentType").asString("application/octet-stream"), content));
            } catch (IllegalArgumentException e) {
                throw new ControlError(400, "media: base64 cannot be read");
            }
        }
        return attachments;
    }

    private static String number(String text, String name) {
        return PhoneNumbers.normalize(text)
                .orElseThrow(() -> new ControlError(400, name + " must be an E.164 phone number"));
    }
}
