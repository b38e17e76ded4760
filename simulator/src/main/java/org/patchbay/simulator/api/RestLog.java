package org.patchbay.simulator.api;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.inspector.Entry;
import org.patchbay.simulator.inspector.ExchangeLog;
import org.patchbay.simulator.time.SimulatorClock;

/// Shows REST requests in the inspector, under each call, conference and message that they name, or
/// that they created; a request that concerns none of them, or was refused, under its account.
public final class RestLog {

    private static final Pattern IN_PATH = Pattern.compile("/((?:CA|CF|SM|MM)[0-9a-f]{32})");
    private static final Pattern IN_BODY = Pattern.compile("\"(?:call_)?sid\":\"((?:CA|SM|MM)[0-9a-f]{32})\"");
    private static final Pattern ACCOUNT = Pattern.compile("/(AC[0-9a-f]{32})");
    private static final Pattern SECRET =
            Pattern.compile("(\"(?:auth_token|secondary_auth_token|primary_auth_token|secret)\":)\"[^\"]*\"");
    private static final int SHOWN = 8_192;

    private final ExchangeLog log;
    private final SimulatorClock clock;

    public RestLog(ExchangeLog log, SimulatorClock clock) {
        this.log = log;
        this.clock = clock;
    }

    /// When a request came, to be given to [#remember].
    Instant now() {
        return clock.now();
    }

    void remember(Request request, Answer answer, Instant came) {
        if (!log.isOn()) {
            return;
        }
        var subjects = subjects(request, answer);
        if (subjects.isEmpty()) {
            return;
        }
        var entry = new Entry.Rest(
                came,
                request.method(),
                request.path(),
                request.query().and(request.form()),
                answer.status(),
                Duration.between(came, clock.now()),
                shown(answer));
        subjects.forEach(subject -> log.add(subject, entry));
    }

    private static Set<String> subjects(Request request, Answer answer) {
        var subjects = new LinkedHashSet<String>();
        var path = IN_PATH.matcher(request.path());
        while (path.find()) {
            subjects.add(path.group(1));
        }
        if (request.method().equals("POST") && answer.status() == 201) {
            var body = IN_BODY.matcher(answer.text());
            if (body.find()) {
                subjects.add(body.group(1));
            }
        }
        var account = ACCOUNT.matcher(request.path());
        if (subjects.isEmpty() && account.find()) {
            subjects.add(account.group(1));
        }
        return subjects;
    }

    private static String shown(Answer answer) {
        String type = answer.headers().getOrDefault("Content-Type", "");
        if (!type.startsWith("application/json")) {
            return answer.body().length == 0 ? "" : "(" + answer.body().length + " bytes of " + type + ")";
        }
        String text = SECRET.matcher(answer.text()).replaceAll("$1\"(not shown)\"");
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }
}
