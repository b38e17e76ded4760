package org.patchbay.simulator.signal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VoiceGatewayTest {
    private static final String ACCOUNT = "AC00000000000000000000000000000001";
    private static final String KEY = "SK00000000000000000000000000000001";
    private static final String SECRET = "a secret of at least thirty-two bytes";
    private static final ClientAddress AGENT = new ClientAddress(ACCOUNT, "agent");

    private final EngineNotes engine = new EngineNotes();
    // Tokens of Twilio's library know no clock but the real one; tests turn this one forward from there.
    private Instant now = Instant.now();
    private final VoiceGateway gateway = new VoiceGateway(
            (account, key) -> account.equals(ACCOUNT) && key.equals(KEY) ? Optional.of(SECRET) : Optional.empty(),
            engine,
            () -> now);
    private int legs;

    @Test
    void aGoodTokenConnectsAndRegistrationIsRepeatable() {
        Tab tab = new Tab(gateway);
        tab.listen(token("agent", 3600));
        JsonNode connected = tab.expect("connected");
        assertThat(connected.at("/token/identity").asString()).isEqualTo("agent");
        assertThat(connected.at("/token/ttl").asLong()).isBetween(3590L, 3600L);

        tab.register();
        tab.expect("ready");
        tab.register();
        tab.expect("ready");
        assertThat(gateway.invite(call("CA9"), this::leg)).isEqualTo(1);
    }

    @Test
    void aBadTokenIsRefusedAndTheTabCanDoNothing() {
        Tab tab = new Tab(gateway);
        tab.listen("nonsense");
        assertThat(tab.expect("error").at("/error/code").asInt()).isEqualTo(31204);
        tab.register();
        assertThat(tab.expect("error").at("/error/code").asInt()).isEqualTo(31201);
        tab.say("invite", Map.of("callsid", "TJS1", "sdp", "v=0", "twilio", Map.of("params", "")));
        JsonNode hangup = tab.expect("hangup");
        assertThat(hangup.at("/callsid").asString()).isEqualTo("TJS1");
        assertThat(hangup.at("/error/code").asInt()).isEqualTo(31201);
        assertThat(engine.notes).isEmpty();
    }

    @Test
    void anExpiredTokenIsSaidOnceAndNothingRingsThereAnyMore() {
        Tab tab = registered("agent");
        turn(Duration.ofMinutes(61));
        assertThat(tab.raw()).isEqualTo("\n");
        assertThat(tab.expect("error").at("/error/code").asInt()).isEqualTo(31205);
        assertThat(gateway.isRegistered(AGENT)).isFalse();

        tab.listen(token("agent", 3 * 3600));
        tab.expect("connected");
        tab.register();
        tab.expect("ready");
        assertThat(gateway.isRegistered(AGENT)).isTrue();
    }

    @Test
    void aHeartbeatComesEveryFiveSeconds() {
        Tab tab = new Tab(gateway);
        turn(Duration.ofSeconds(4));
        assertThat(tab.heardNothing()).isTrue();
        turn(Duration.ofSeconds(1));
        assertThat(tab.raw()).isEqualTo("\n");
        tab.say("hello", Map.of());
        assertThat(tab.heardNothing()).as("unknown types are ignored").isTrue();
    }

    @Test
    void aCallOutLearnsItsCallSidAndIsAnswered() {
        Tab tab = registered("agent");
        tab.say("invite", invite("TJS1", "to=%2B15550001"));
        assertThat(engine.notes).containsExactly("dial agent {tenant=acme, to=+15550001}");

        gateway.ringing("CA1", Optional.empty());
        assertThat(tab.expect("ringing").at("/callsid").asString()).isEqualTo("CA1");
        gateway.answered("CA1", Optional.of("v=0 answer"));
        JsonNode answer = tab.expect("answer");
        assertThat(answer.at("/sdp").asString()).isEqualTo("v=0 answer");
        assertThat(answer.at("/reconnect").asString()).isNotBlank();

        tab.say("dtmf", Map.of("callsid", "CA1", "dtmf", "1w2"));
        tab.say("hangup", Map.of("callsid", "CA1"));
        assertThat(engine.notes).contains("digits CA1 1w2").endsWith("hungUp CA1");
    }

    @Test
    void aCallThatFailsBeforeItsCallSidIsKnownIsEndedByItsTemporaryName() {
        Tab tab = registered("agent");
        tab.say("invite", invite("TJS1", ""));
        gateway.end("CA1", Optional.of(new SignalError(31404, "Not found")));
        JsonNode hangup = tab.expect("hangup");
        assertThat(hangup.at("/callsid").asString()).isEqualTo("TJS1");
        assertThat(hangup.at("/error/code").asInt()).isEqualTo(31404);
    }

    @Test
    void aCallCanBeGivenUpBeforeItsCallSidIsKnown() {
        Tab tab = registered("agent");
        tab.say("invite", invite("TJS1", ""));
        tab.say("hangup", Map.of("callsid", "TJS1"));
        assertThat(engine.notes).endsWith("hungUp CA1");
        gateway.ringing("CA1", Optional.empty());
        assertThat(tab.heardNothing()).isTrue();
    }

    @Test
    void mediaThatCannotWorkEndTheCallWithAReason() {
        Tab tab = registered("agent");
        tab.say("invite", Map.of("callsid", "TJS1", "sdp", "unusable", "twilio", Map.of()));
        assertThat(tab.expect("hangup").at("/error/message").asString()).contains("m=audio");
    }

    @Test
    void theFirstOfSeveralBrowsersWinsAndTheRestStopRinging() {
        Tab first = registered("agent");
        Tab second = registered("agent");
        Tab stranger = registered("other");
        assertThat(gateway.invite(call("CA9"), this::leg)).isEqualTo(2);
        JsonNode invite = first.expect("invite");
        assertThat(invite.at("/sdp").asString()).isEqualTo("offer 1");
        assertThat(invite.at("/parameters/From").asString()).isEqualTo("+15550001");
        assertThat(invite.at("/parameters/Params").asString()).isEqualTo("queue=sales+%26+co");
        assertThat(second.expect("invite").at("/sdp").asString()).isEqualTo("offer 2");
        assertThat(stranger.heardNothing()).isTrue();

        second.say("answer", Map.of("callsid", "CA9", "sdp", "v=0"));
        assertThat(first.expect("cancel").at("/callsid").asString()).isEqualTo("CA9");
        assertThat(engine.notes).containsExactly("withdrawn leg1", "accepted CA9 leg2");

        first.say("answer", Map.of("callsid", "CA9", "sdp", "v=0"));
        first.expect("hangup");
        assertThat(engine.notes).hasSize(2);

        gateway.end("CA9", Optional.empty());
        second.expect("hangup");
        assertThat(first.heardNothing()).isTrue();
    }

    @Test
    void aRefusalEndsTheRingingEverywhere() {
        Tab first = registered("agent");
        Tab second = registered("agent");
        gateway.invite(call("CA9"), this::leg);
        first.expect("invite");
        second.expect("invite");
        first.say("reject", Map.of("callsid", "CA9"));
        second.expect("cancel");
        assertThat(engine.notes).endsWith("rejected CA9");
    }

    @Test
    void aCallerWhoGivesUpIsACancelNotAHangup() {
        Tab tab = registered("agent");
        gateway.invite(call("CA9"), this::leg);
        tab.expect("invite");
        gateway.end("CA9", Optional.empty());
        tab.expect("cancel");
        assertThat(tab.heardNothing()).isTrue();
    }

    @Test
    void anAnswerThatCannotBeUsedCountsAsARefusalWhenNobodyElseRings() {
        Tab tab = registered("agent");
        gateway.invite(call("CA9"), this::leg);
        tab.expect("invite");
        tab.say("answer", Map.of("callsid", "CA9", "sdp", "unusable"));
        tab.expect("hangup");
        assertThat(engine.notes).containsExactly("withdrawn leg1", "rejected CA9");
    }

    @Test
    void nobodyRingsForAClientThatIsNotRegistered() {
        Tab tab = registered("agent");
        tab.say("register", Map.of("media", Map.of("audio", false)));
        tab.expect("offline");
        assertThat(gateway.invite(call("CA9"), this::leg)).isZero();
        tab.register();
        tab.expect("ready");
        tab.lose();
        assertThat(gateway.invite(call("CA9"), this::leg)).isZero();
    }

    @Test
    void theEleventhRegistrationPushesOutTheOldest() {
        List<Tab> tabs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tabs.add(registered("agent"));
        }
        assertThat(tabs).allMatch(Tab::heardNothing);
        registered("agent");
        tabs.getFirst().expect("offline");
        assertThat(gateway.invite(call("CA9"), this::leg)).isEqualTo(10);
        assertThat(tabs.getFirst().heardNothing()).isTrue();
    }

    @Test
    void aLostSocketComesBackWithItsTokenAndGetsANewOne() {
        Tab tab = registered("agent");
        tab.say("invite", invite("TJS1", ""));
        gateway.answered("CA1", Optional.of("v=0"));
        String token = tab.expect("answer").at("/reconnect").asString();
        tab.lose();
        turn(Duration.ofSeconds(4));

        Tab again = registered("agent");
        again.say("invite", Map.of("callsid", "CA1", "reconnect", token, "sdp", "v=0", "twilio", Map.of()));
        JsonNode answer = again.expect("answer");
        assertThat(answer.has("sdp")).isFalse();
        assertThat(answer.at("/reconnect").asString()).isNotEqualTo(token).isNotBlank();
        turn(Duration.ofMinutes(1));
        assertThat(engine.notes).noneMatch(note -> note.startsWith("hungUp"));
        gateway.end("CA1", Optional.empty());
        assertThat(again.raw()).isEqualTo("\n");
        again.expect("hangup");
    }

    @Test
    void anOldTokenOrAnotherClientCannotTakeACallUp() {
        Tab tab = registered("agent");
        tab.say("invite", invite("TJS1", ""));
        gateway.answered("CA1", Optional.of("v=0"));
        String token = tab.expect("answer").at("/reconnect").asString();
        Map<String, Object> reconnect = Map.of("callsid", "CA1", "reconnect", token, "sdp", "v=0", "twilio", Map.of());

        Tab thief = registered("thief");
        thief.say("invite", reconnect);
        assertThat(thief.expect("hangup").at("/error/code").asInt()).isEqualTo(31107);

        tab.say("invite", reconnect);
        tab.expect("answer");
        tab.say("invite", reconnect);
        assertThat(tab.expect("hangup").at("/error/code").asInt()).isEqualTo(31107);
    }

    @Test
    void aBrowserThatDoesNotComeBackIsHungUpAfterFiveSecondsOrAsLongAsItAskedFor() {
        Tab tab = registered("agent");
        tab.say("invite", invite("TJS1", ""));
        Tab patient = new Tab(gateway);
        patient.say("listen", Map.of("token", token("patient", 3600), "reconnectTimeout", 20));
        patient.say("invite", invite("TJS2", ""));
        tab.lose();
        patient.lose();

        turn(Duration.ofSeconds(6));
        assertThat(engine.notes).contains("hungUp CA1").doesNotContain("hungUp CA2");
        turn(Duration.ofSeconds(15));
        assertThat(engine.notes).contains("hungUp CA2");
    }

    @Test
    void aSocketLostWhileItRingsIsARefusalWhenItWasTheLast() {
        Tab first = registered("agent");
        Tab second = registered("agent");
        gateway.invite(call("CA9"), this::leg);
        first.lose();
        assertThat(engine.notes).containsExactly("withdrawn leg1");
        second.lose();
        assertThat(engine.notes).endsWith("rejected CA9");
    }

    @Test
    void newIceCredentialsAreAnsweredAsOftenAsTheyCome() {
        Tab tab = registered("agent");
        tab.say("invite", invite("TJS1", ""));
        gateway.answered("CA1", Optional.of("v=0"));
        tab.expect("answer");
        for (String sdp : List.of("one", "two")) {
            tab.say("reinvite", Map.of("callsid", "CA1", "sdp", sdp));
            assertThat(tab.expect("answer").at("/sdp").asString()).isEqualTo("answer to " + sdp);
        }
        tab.say("reinvite", Map.of("callsid", "CA1", "sdp", "unusable"));
        tab.expect("error");
        tab.say("reinvite", Map.of("callsid", "CA7", "sdp", "v=0"));
        assertThat(tab.expect("hangup").at("/error/code").asInt()).isEqualTo(31107);
    }

    @Test
    void messagesOfTheAppGoBothWays() {
        Tab tab = registered("agent");
        tab.say("invite", invite("TJS1", ""));
        tab.say("message", Map.of("callsid", "TJS1", "content", "{\"a\":1}", "voiceeventsid", "KX1"));
        assertThat(tab.expect("ack").at("/voiceeventsid").asString()).isEqualTo("KX1");
        assertThat(engine.notes).endsWith("message CA1 {\"a\":1}");
        gateway.message("CA1", "hi", "text/plain", "KX2");
        assertThat(tab.expect("message").at("/content").asString()).isEqualTo("hi");
    }

    @Test
    void nobodyTouchesTheCallOfAnother() {
        Tab tab = registered("agent");
        tab.say("invite", invite("TJS1", ""));
        Tab stranger = registered("stranger");
        int before = engine.notes.size();
        stranger.say("hangup", Map.of("callsid", "CA1"));
        stranger.say("dtmf", Map.of("callsid", "CA1", "dtmf", "1"));
        stranger.say("message", Map.of("callsid", "CA1", "voiceeventsid", "KX1"));
        stranger.say("reject", Map.of("callsid", "CA1"));
        assertThat(engine.notes).hasSize(before);
        assertThat(stranger.heardNothing()).isTrue();
    }

    @Test
    void aTokenWithoutAGrantAllowsNothingOfThatKind() {
        Tab tab = new Tab(gateway);
        tab.listen(new AccessToken.Builder(ACCOUNT, KEY, SECRET.getBytes(UTF_8))
                .identity("nobody")
                .ttl(60)
                .grant(new VoiceGrant())
                .build()
                .toJwt());
        tab.expect("connected");
        tab.register();
        assertThat(tab.expect("error").at("/error/code").asInt()).isEqualTo(31201);
        tab.say("invite", invite("TJS1", ""));
        assertThat(tab.expect("hangup").at("/error/code").asInt()).isEqualTo(31201);
    }

    @Test
    void whatIsNoMessageIsSaidToBeMalformed() {
        Tab tab = registered("agent");
        tab.say("answer", Map.of("callsid", "CA1"));
        assertThat(tab.expect("error").at("/error/code").asInt()).isEqualTo(31100);
    }

    private Tab registered(String identity) {
        Tab tab = new Tab(gateway);
        tab.listen(token(identity, 3600));
        tab.expect("connected");
        tab.register();
        tab.expect("ready");
        return tab;
    }

    private void turn(Duration by) {
        now = now.plus(by);
        gateway.tick();
    }

    private CallEngine.OfferedLeg leg() {
        return engine.new Leg(++legs);
    }

    private static IncomingCall call(String callSid) {
        return new IncomingCall(callSid, AGENT, "+15550001", "client:agent", Map.of("queue", "sales & co"));
    }

    private static Map<String, Object> invite(String temporaryId, String params) {
        return Map.of("callsid", temporaryId, "sdp", "v=0", "twilio", Map.of("params", params));
    }

    private static String token(String identity, int ttl) {
        return new AccessToken.Builder(ACCOUNT, KEY, SECRET.getBytes(UTF_8))
                .identity(identity)
                .ttl(ttl)
                .grant(new VoiceGrant().setIncomingAllow(true).setOutgoingApplication("AP1", Map.of("tenant", "acme")))
                .build()
                .toJwt();
    }
}
