package org.patchbay.simulator.pages;

import java.util.Map;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Endpoint;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.http.Router;
import org.patchbay.simulator.http.StreamEndpoint;

/// Decides who answers: the pages, the API that drives them, or whoever has the other paths, Twilio's
/// REST API above all.
public final class Pages implements Endpoint {

    private static final String PREFIX = "/simulator/";

    private final StaticFiles files = new StaticFiles();
    private final Router api = new Router();
    private final Endpoint rest;
    private final Map<String, StreamEndpoint> streams;

    /// @param rest answers what is not the pages'
    public Pages(PagesWorld world, Endpoint rest) {
        this.rest = rest;
        this.streams = Map.of("/simulator/changes", new ChangeStream(world.changes()));
        new PhonesApi(world).register(api);
        new PhoneCallsApi(world).register(api);
        new CallSoundApi(world).register(api);
        new NumbersApi(world).register(api);
        new CallsApi(world).register(api);
        new ExchangesApi(world).register(api);
        new AlertsApi(world).register(api);
        new ThreadsApi(world).register(api);
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
        return switch (api.find(request)) {
            case Router.Match.Found found -> guarded(found.request(), found.endpoint());
            case Router.Match.WrongMethod wrong -> rest(request);
            case Router.Match.Unknown unknown -> rest(request);
        };
    }

    private Answer rest(Request request) {
        return request.path().startsWith(PREFIX) ? guarded(request, rest) : rest.handle(request);
    }

    private static Answer guarded(Request request, Endpoint endpoint) {
        try {
            OwnSite.check(request);
            return endpoint.handle(request);
        } catch (Refusal e) {
            return e.answer();
        }
    }
}
