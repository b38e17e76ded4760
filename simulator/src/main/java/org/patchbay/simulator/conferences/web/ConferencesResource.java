package org.patchbay.simulator.conferences.web;

import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.conferences.Announcement;
import org.patchbay.simulator.conferences.Conference;
import org.patchbay.simulator.conferences.ConferenceHalls;
import org.patchbay.simulator.conferences.ConferenceRecord;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.interpreter.VerbTable;
import org.patchbay.simulator.rest.DateFilter;
import org.patchbay.simulator.rest.Json;

/// Conferences (<https://www.twilio.com/docs/voice/api/conference-resource>). There is no create: a
/// conference exists because somebody joined.
public final class ConferencesResource {

    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/Conferences.json";
    private static final String ONE = "/2010-04-01/Accounts/{AccountSid}/Conferences/{Sid}.json";

    private final ConferenceHalls halls;
    private final VerbTable verbs;

    public ConferencesResource(ConferenceHalls halls, VerbTable verbs) {
        this.halls = halls;
        this.verbs = verbs;
    }

    public void register(RestRoutes routes) {
        routes.get(LIST, this::list);
        routes.get(ONE, request -> Json.answer(200, ConferenceJson.of(find(request))));
        routes.post(ONE, this::update);
    }

    private Answer list(RestRequest request) {
        var query = request.query();
        var name = query.first("FriendlyName");
        var status = query.first("Status");
        var created = DateFilter.of(query, "DateCreated");
        var updated = DateFilter.of(query, "DateUpdated");
        var found = halls.records()
                .newestFirst(request.accountSid())
                .filter(one -> name.isEmpty() || one.friendlyName().equals(name.get()))
                .filter(one -> status.isEmpty() || one.status().equals(status.get()))
                .filter(one -> created.test(one.created()) && updated.test(one.updated()));
        return Page.cut(found, query, ConferenceRecord::sid).answer(request, "conferences", ConferenceJson::of);
    }

    private Answer update(RestRequest request) {
        var sid = find(request).sid();
        var fields = request.fields();
        boolean end = fields.oneOf("Status", 20001, "completed").isPresent();
        var announce = fields.url("AnnounceUrl");
        String method = fields.method("AnnounceMethod", "POST");
        var hall = halls.of(request.accountSid());
        hall.board().mailbox().ask(() -> {
            var live = hall.find(sid);
            announce.ifPresent(url -> live.ifPresent(room -> new Announcement(url, method, verbs).to(room, null)));
            if (end) {
                live.ifPresent(Conference::endByRest);
            }
            return live;
        });
        return Json.answer(200, ConferenceJson.of(find(request)));
    }

    private ConferenceRecord find(RestRequest request) {
        return halls.records()
                .find(request.accountSid(), request.variable("Sid"))
                .orElseThrow(request::notFound);
    }
}
