package org.patchbay.calls.acting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.acting.Lines.Line;
import org.patchbay.calls.ingest.DedupeKey;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.machine.CallEvent.DialRefused;
import org.patchbay.calls.machine.CallEvent.DialUnclear;
import org.patchbay.calls.machine.CallEvent.Dialed;
import org.patchbay.calls.machine.LegKind;
import org.patchbay.calls.voice.CallIds;
import org.patchbay.kernel.Ids;
import org.patchbay.twilio.AccountCalls.NewCall;
import org.patchbay.twilio.CallSeen;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.WebhookUrls;
import org.springframework.stereotype.Component;

/// Rings legs, each once. A request that may have been carried out is never sent again: it is looked for.
@Component
class Ringing {

    private static final Duration CUSTOMER = Duration.ofSeconds(60);
    private static final Duration AGENT = Duration.ofSeconds(30);

    /// After so long a call that Twilio does not show has not been made.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Twilio's clock and ours may differ by that much.
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final TwilioLines twilio;
    private final Lines lines;
    private final Findings findings;
    private final Clock clock;

    Ringing(TwilioLines twilio, Lines lines, Findings findings, Clock clock) {
        this.twilio = twilio;
        this.lines = lines;
        this.findings = findings;
        this.clock = clock;
    }

    /// Before Twilio is asked, it is written down that it will be; only one can write it. Whoever comes second,
    /// such as after a killed server, does not know whether the first one has asked.
    void ring(Line line) {
        boolean first = !findings.note(
                        line.callId(),
                        line.legId(),
                        DedupeKey.of("ring", line.legId().toString()),
                        "leg.ring",
                        Map.of("to", line.address(), "from", line.from()))
                .duplicate();
        if (first) {
            ask(line);
        } else if (line.sid() == null) {
            unclear(line, Map.of("request", "calls.create", "outcome", "not known"));
        }
    }

    private void ask(Line line) {
        long begun = System.nanoTime();
        try {
            WebhookUrls urls = twilio.urls();
            String sid = twilio.calls().create(request(line, urls));
            Map<String, Object> data = Findings.request("calls.create", begun, "ok");
            data.put("sid", sid);
            dialed(line, sid, data);
        } catch (TwilioFailure failure) {
            Map<String, Object> data = Findings.failed("calls.create", begun, failure);
            if (failure.outcomeUnknown()) {
                unclear(line, data);
            } else {
                refused(line, failure.code().isPresent() ? failure.code().getAsInt() : null, data);
            }
        }
    }

    private static NewCall request(Line line, WebhookUrls urls) {
        Map<String, String> ids = CallIds.of(line.callId(), line.legId());
        return new NewCall(
                line.from(),
                line.address(),
                urls.voiceAnswer(ids),
                urls.voiceFallback(),
                urls.voiceStatus(ids),
                line.kind() == LegKind.CUSTOMER ? CUSTOMER : AGENT);
    }

    /// Looks whether a leg was rung whose answer was lost. Twilio's list does not say our ids: it is the oldest
    /// call between these two, made since, that is nobody else's.
    void find(Line line) {
        if (line.sid() != null) {
            return;
        }
        long begun = System.nanoTime();
        Optional<CallSeen> found =
                twilio
                        .calls()
                        .madeSince(line.from(), line.address(), line.since().minus(SLACK))
                        .stream()
                        .filter(call -> !lines.isKnown(call.sid()))
                        .min(Comparator.comparing(Ringing::made));
        if (found.isPresent()) {
            dialed(line, found.get().sid(), Findings.request("calls.list", begun, "found"));
        } else if (clock.instant().isAfter(line.since().plus(PATIENCE))) {
            refused(line, null, Findings.request("calls.list", begun, "not there"));
        } else {
            unclear(line, Findings.request("calls.list", begun, "not there yet"));
        }
    }

    static Instant made(CallSeen call) {
        return call.created() == null ? Instant.MAX : call.created();
    }

    private void dialed(Line line, String sid, Map<String, Object> data) {
        findings.tell(
                Source.TWILIO,
                line.callId(),
                line.legId(),
                DedupeKey.of("dialed", line.legId().toString(), sid),
                "leg.dialed",
                new Dialed(line.legId(), sid),
                data);
    }

    private void refused(Line line, @Nullable Integer code, Map<String, Object> data) {
        findings.tell(
                Source.TWILIO,
                line.callId(),
                line.legId(),
                DedupeKey.of("refused", line.legId().toString()),
                "leg.refused",
                new DialRefused(line.legId(), code),
                data);
    }

    private void unclear(Line line, Map<String, Object> data) {
        findings.tell(
                Source.TWILIO,
                line.callId(),
                line.legId(),
                Ids.next(),
                "leg.unclear",
                new DialUnclear(line.legId()),
                data);
    }
}
