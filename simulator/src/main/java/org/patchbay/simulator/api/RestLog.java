package org.patchbay.simulator.api;

import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.inspector.Entry;
import org.patchbay.simulator.inspector.ExchangeLog;
import org.patchbay.simulator.time.SimulatorClock;

/// Shows REST requests in the inspector, under each call, conference and message that they name, or
/// that they created.
public final class RestLog {

    private static final Pattern IN_PATH = Pattern.compile("/((?:CA|CF|SM|MM)[0-9a-f]{32})");
    private static final Pattern IN_BODY = Pattern.compile("\"(?:call_)?sid\":\"((?:CA|SM|MM)[0-9a-f]{32})\"");

    private final ExchangeLog log;
    private final SimulatorClock clock;

    public RestLog(ExchangeLog log, SimulatorClock clock) {
        this.log = log;
        this.clock = clock;
    }

    void remember(Request request, Answer answer) {
        var subjects = new LinkedHashSet<String>();
        var path = IN_PATH.matcher(request.path());
        while (path.find()) {
            subjects.add(path.group(1));
        }
        boolean created = request.method().equals("POST") && answer.status() == 201;
        if (created) {
            var body = IN_BODY.matcher(answer.text());
            if (body.find()) {
                subjects.add(body.group(1));
            }
        }
        if (subjects.isEmpty()) {
            return;
        }
        var entry = new Entry.Rest(
                clock.now(), request.method(), request.path(), request.form(), answer.status(), answer.text());
        subjects.forEach(subject -> log.add(subject, entry));
    }
}
