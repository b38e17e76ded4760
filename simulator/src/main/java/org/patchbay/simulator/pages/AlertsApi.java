package org.patchbay.simulator.pages;

import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Router;
import org.patchbay.simulator.inspector.Alert;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.node.ObjectNode;

/// `GET /simulator/alerts`: what Twilio's debugger would show, newest first, of every account.
final class AlertsApi {

    private static final int MOST = 200;

    private final PagesWorld world;
    private final ErrorTexts texts = new ErrorTexts();

    AlertsApi(PagesWorld world) {
        this.world = world;
    }

    void register(Router api) {
        api.get("/simulator/alerts", request -> list());
    }

    private Answer list() {
        var body = Json.object();
        var alerts = body.putArray("alerts");
        world.debugger().all().reversed().stream().limit(MOST).forEach(alert -> alerts.add(json(alert)));
        return Json.answer(200, body);
    }

    private ObjectNode json(Alert alert) {
        var json = Json.object()
                .put("at", alert.at().toString())
                .put("accountSid", alert.accountSid())
                .put("code", alert.code())
                .put("subject", alert.subject())
                .put("url", Secretless.url(alert.url()))
                .put("text", alert.text());
        var meaning = texts.of(alert.code());
        return json.put("level", meaning.map(ErrorTexts.ErrorText::level).orElse("error"))
                .put("title", meaning.map(ErrorTexts.ErrorText::title).orElse(""))
                .put("plain", meaning.map(ErrorTexts.ErrorText::plain).orElse(""));
    }
}
