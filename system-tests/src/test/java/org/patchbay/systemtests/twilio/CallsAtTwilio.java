package org.patchbay.systemtests.twilio;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.Script;
import org.patchbay.twilio.AccountCalls;
import org.patchbay.twilio.AccountCalls.NewCall;
import org.patchbay.twilio.ConferenceLeg;
import org.patchbay.twilio.ConferenceRoom;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioClients;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioSite;
import org.patchbay.twilio.VoiceTwiml;
import org.patchbay.twilio.WebhookUrls;

/// An account at a simulator whose clock the test turns, with somebody to call.
final class CallsAtTwilio implements AutoCloseable {

    static final String SID = "AC00000000000000000000000000000001";
    static final String NUMBER = "+14155550100";
    static final String CALLEE = "+12125550122";
    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    final TwimlServer server = new TwimlServer();
    final TwilioSimulator simulator = TwilioSimulator.start(SimulatorOptions.defaults()
            .limits(100, 0)
            .turnedClock(START)
            .account(SID, TOKEN)
            .number(SID, NUMBER));
    final TwilioAccount account = new TwilioClients(Clock.systemUTC(), new SimpleMeterRegistry())
            .account(
                    UUID.randomUUID(),
                    new TwilioSite(simulator.url()),
                    new TwilioCredentials(SID, TOKEN, Optional.empty(), Optional.empty()));

    /// As they are in TwiML that this server answers.
    final WebhookUrls urls = WebhookUrls.relative(UUID.fromString("01990000-0000-7000-8000-000000000001"));

    AccountCalls calls() {
        return account.calls();
    }

    Phone callee(Script script) {
        return simulator.phone(CALLEE).script(script);
    }

    /// A call to the callee whose TwiML comes from that path.
    String call(String path) {
        return calls().create(to(CALLEE, path));
    }

    NewCall to(String number, String path) {
        return new NewCall(
                NUMBER,
                number,
                WebhookUrls.patient(server.url(path)),
                server.url("/fallback"),
                WebhookUrls.patient(server.url("/status")),
                Duration.ofSeconds(30));
    }

    /// Lets that path put a call into the recorded conference.
    void conference(String path, String name, String label, boolean ends) {
        ConferenceRoom room = new ConferenceRoom(
                name, urls.voiceConference(Map.of("call", "c1")), urls.voiceRecording(Map.of("call", "c1")));
        server.answers(
                path,
                VoiceTwiml.conference(new ConferenceLeg(room, label, true, ends, URI.create("/waiting.xml"), null)));
        server.answers("/waiting.xml", VoiceTwiml.playForEver(URI.create("waiting.wav")));
    }

    /// Where [#urls] are.
    String path(String kind) {
        return "/api/twilio/01990000-0000-7000-8000-000000000001/voice/" + kind;
    }

    void pass(long seconds) {
        simulator.advance(Duration.ofSeconds(seconds));
    }

    @Override
    public void close() {
        simulator.close();
        server.close();
    }
}
