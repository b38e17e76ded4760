package org.patchbay.simulator.messages.web;

import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.messages.Media;
import org.patchbay.simulator.messages.Message;
import org.patchbay.simulator.messages.Texting;
import org.patchbay.simulator.rest.DateFilter;
import org.patchbay.simulator.rest.Json;

/// The media of messages (<https://www.twilio.com/docs/messaging/api/media-resource>). Twilio answers
/// the address without `.json` by sending the client on to the file; the simulator answers with the
/// file itself.
public final class MediaResource {

    private static final String BASE = "/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}";
    private static final String ONE = BASE + "/Media/{Sid}.json";

    private final Texting texting;

    public MediaResource(Texting texting) {
        this.texting = texting;
    }

    public void register(RestRoutes routes) {
        routes.get(BASE + "/Media.json", this::list);
        routes.get(ONE, request -> Json.answer(200, MessageJson.of(find(request))))
                .delete(ONE, this::delete);
        routes.get(BASE + "/Media/{Sid}", this::file);
    }

    private Answer list(RestRequest request) {
        var created = DateFilter.of(request.query(), "DateCreated");
        var found = texting.store().mediaOf(message(request)).stream().filter(media -> created.test(media.created()));
        return Page.cut(found, request.query(), Media::sid).answer(request, "media_list", MessageJson::of);
    }

    private Answer file(RestRequest request) {
        var media = find(request);
        return Answer.of(200, media.contentType(), media.content());
    }

    private Answer delete(RestRequest request) {
        return texting.mailbox(request.accountSid()).ask(() -> {
            texting.store().media().remove(find(request).sid());
            return Answer.empty(204);
        });
    }

    private Message message(RestRequest request) {
        return texting.store()
                .messages()
                .find(request.accountSid(), request.variable("MessageSid"))
                .orElseThrow(request::notFound);
    }

    private Media find(RestRequest request) {
        return texting.store()
                .media()
                .find(request.accountSid(), request.variable("Sid"))
                .filter(media -> media.messageSid().equals(message(request).sid()))
                .orElseThrow(request::notFound);
    }
}
