package org.patchbay.simulator.pages;

import java.util.Map;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Endpoint;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.http.Router;
import org.patchbay.simulator.http.StreamEndpoint;

/// Decides who answers: the pages, their API, or Twilio's REST API, which keeps every other path.
public final class FrontDoor implements Endpoint {

    private final StaticFiles files = new StaticFiles();
    private final Router api = new Router();
    private final Endpoint twilio;
    private final Map<String, StreamEndpoint> streams;

    /// @param twilio answers what is not the pages'
    public FrontDoor(PagesWorld world, Endpoint twilio) {
        this.twilio = twilio;
        this.streams = Map.of("/api/changes", new ChangeStream(world.changes()));
        new PhonesApi(world).register(api);
        new PhoneCallsApi(world).register(api);
        new NumbersApi(world).register(api);
        new CallsApi(world).register(api);
        new ExchangesApi(world).register(api);
        new AlertsApi(world).register(api);
    }

    /// What is answered by server-sent events, by path.
    public Map<String, StreamEndpoint> streams() {
        return streams;
    }

    @Override
    public Answer handle(Request request) {
        var file = files.at(request.path());
        if (file.isPresent()) {
            return request.method().equals("GET") ? file.get() : Answer.text(405, "Only GET.");
        }
        return request.path().startsWith("/api/") ? api(request) : twilio.handle(request);
    }

    private Answer api(Request request) {
        try {
            OwnSite.check(request);
            return switch (api.find(request)) {
                case Router.Match.Found found -> found.endpoint().handle(found.request());
                case Router.Match.WrongMethod wrong ->
                    throw new Refusal(405, request.method() + " is not for " + request.path() + ".");
                case Router.Match.Unknown unknown -> throw Refusal.notFound("There is no " + request.path() + ".");
            };
        } catch (Refusal e) {
            return e.answer();
        }
    }
}
