package org.patchbay.systemtests.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.phones.Script;
import tools.jackson.databind.JsonNode;

/// Twilio's unmodified voice SDK in a real Chromium against the whole simulator: TwiML, REST, signalling
/// and sound together.
@NeedsChromium
@NeedsVoiceSdk
class SimulatorCallsTest {
    private static final int A = 400;
    private static final int B = 700;
    private static final int C = 1100;
    /// The lower tone of the key 0.
    private static final int KEY_ZERO = 941;
    /// The first note of the simulator's hold music.
    private static final int MUSIC = 220;

    private static final String ROOM = "<Dial><Conference beep=\"false\">room</Conference></Dial>";

    private static Chromium chromium;

    private LiveSimulator simulator;
    private BrowserContext browser;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @BeforeEach
    void open() throws Exception {
        simulator = new LiveSimulator();
        browser = chromium.browser().newContext();
    }

    @AfterEach
    void close() {
        browser.close();
        simulator.close();
    }

    @Test
    void oneCallsOutTheOtherIsCalledBothHearEachOtherUntilTheFarEndHangsUp() throws Exception {
        simulator.answers(
                "/app",
                "<Dial record=\"record-from-answer-dual\"><Client><Identity>b</Identity>"
                        + "<Parameter name=\"queue\" value=\"sales &amp; co\"/></Client></Dial>");
        Tab b = registered("b", B);
        Tab a = registered("a", A);
        a.dial(Map.of("case", "1 & 2"));
        b.awaitEvent("device.incoming");
        assertThat(b.evaluate("call.parameters.From")).isEqualTo("client:a");
        assertThat(b.evaluate("call.customParameters.get('queue')")).isEqualTo("sales & co");
        b.accept();
        a.awaitTones(List.of(B), List.of(A));
        b.awaitTones(List.of(A), List.of(B));
        assertThat(simulator.awaitRequest("/app")).contains("From=client%3Aa", "case=1+%26+2");

        a.evaluate("call.mute(true)");
        b.awaitTones(List.of(), List.of(A, B));
        a.evaluate("call.mute(false)");
        b.awaitTones(List.of(A), List.of(B));

        b.evaluate("call.disconnect()");
        a.awaitEvent("call.disconnect");
        WavSound recording = recording();
        assertThat(recording.contains(0, A)).isTrue();
        assertThat(recording.contains(1, B)).isTrue();
        assertThat(recording.contains(0, B)).isFalse();
    }

    @Test
    void threeInAConferenceHearExactlyTheOtherTwoThroughMuteHoldAndWhisper() {
        simulator.answers("/app", ROOM);
        Tab a = entered("a", A);
        Tab b = entered("b", B);
        Tab c = entered("c", C);
        everybodyHearsTheOthers(a, b, c);

        update(a, "Muted", "true");
        b.awaitTones(List.of(C), List.of(A, B));
        a.awaitTones(List.of(B, C), List.of(A));
        update(a, "Muted", "false");

        update(b, "Hold", "true");
        b.awaitNote(MUSIC, List.of(A, C));
        a.awaitTones(List.of(C), List.of(A, B));
        update(b, "Hold", "false");
        everybodyHearsTheOthers(a, b, c);

        simulator.rest().post(participant(c), Map.of("Coaching", "true", "CallSidToCoach", a.callSid()));
        b.awaitTones(List.of(A), List.of(B, C));
        a.awaitTones(List.of(B, C), List.of(A));
        update(c, "Coaching", "false");
        everybodyHearsTheOthers(a, b, c);

        simulator.rest().post(conference(), Map.of("Status", "completed"));
        a.awaitEvent("call.disconnect");
        b.awaitEvent("call.disconnect");
        c.awaitEvent("call.disconnect");
    }

    @Test
    void keysReachGatherAndAPromptIsHeard() throws Exception {
        String words = "Please press the one, the five and the nine. ".repeat(10);
        simulator.answers("/app", "<Gather numDigits=\"3\" action=\"/keys\"><Say>" + words + "</Say></Gather>");
        simulator.answers("/keys", "<Hangup/>");
        Tab a = registered("a", A);
        a.dial(Map.of());
        a.page().waitForFunction("() => loudness() > 0.02");
        a.evaluate("call.sendDigits('159')");
        assertThat(simulator.awaitRequest("/keys")).contains("Digits=159");
        a.awaitEvent("call.disconnect");
    }

    @Test
    void whoRefusesIsBusyAndACallerWhoGivesUpIsACancel() throws Exception {
        simulator.answers("/app", "<Dial action=\"/dialled\"><Client>b</Client></Dial>");
        simulator.answers("/dialled", "<Dial><Client>b</Client></Dial>");
        Tab b = registered("b", B);
        Tab a = registered("a", A);
        a.dial(Map.of());
        b.awaitEvent("device.incoming");
        b.evaluate("call.reject()");
        assertThat(simulator.awaitRequest("/dialled")).contains("DialCallStatus=busy");
        b.page().waitForFunction("() => events.filter(event => event === 'device.incoming').length === 2");
        a.evaluate("call.disconnect()");
        b.awaitEvent("call.cancel");
    }

    @Test
    void aScriptedPhoneIsHeardAndItsHangUpEndsTheCall() {
        simulator.answers("/app", "<Dial callerId=\"" + LiveSimulator.NUMBER + "\">+12125550122</Dial>");
        var phone = simulator.simulator().phone("+12125550122").script(Script.answers());
        Tab a = registered("a", A);
        a.dial(Map.of());
        a.page().waitForCondition(() -> phone.calls().stream().anyMatch(call -> call.isAnswered()));
        phone.calls().getFirst().press("00000000000000000000");
        a.awaitTones(List.of(KEY_ZERO), List.of(A));
        phone.calls().getFirst().hangUp();
        a.awaitEvent("call.disconnect");
    }

    @Test
    void aForgedTokenAndAnExpiredOneSurface() {
        Tab forged = Tab.open(browser, simulator, "forged");
        forged.register(simulator.token("a", 3600) + "x", A);
        forged.awaitEvent("device.error 20101");

        Tab expired = Tab.open(browser, simulator, "expired");
        expired.register(simulator.token("a", 6), A);
        expired.awaitEvent("device.registered");
        expired.awaitEvent("device.error 20104");
    }

    @Test
    void aCallOutlivesItsSocket() {
        simulator.answers("/app", ROOM);
        Tab a = entered("a", A);
        Tab b = entered("b", B);
        a.awaitTones(List.of(B), List.of(A));
        a.evaluate("sockets.at(-1).close()");
        a.awaitEvent("call.reconnecting");
        a.awaitEvent("call.reconnected");
        a.awaitTones(List.of(B), List.of(A));
        b.awaitTones(List.of(A), List.of(B));
        simulator.rest().post("/Calls/" + a.callSid() + ".json", Map.of("Status", "completed"));
        a.awaitEvent("call.disconnect");
    }

    private Tab registered(String identity, int hz) {
        return Tab.registered(browser, simulator, identity, hz);
    }

    private Tab entered(String identity, int hz) {
        Tab tab = registered(identity, hz);
        tab.dial(Map.of());
        return tab;
    }

    private static void everybodyHearsTheOthers(Tab a, Tab b, Tab c) {
        a.awaitTones(List.of(B, C), List.of(A));
        b.awaitTones(List.of(A, C), List.of(B));
        c.awaitTones(List.of(A, B), List.of(C));
    }

    private String conference() {
        var conferences = simulator.rest().get("/Conferences.json").path("conferences");
        return "/Conferences/" + conferences.path(0).path("sid").asString() + ".json";
    }

    private String participant(Tab tab) {
        return conference().replace(".json", "/Participants/" + tab.callSid() + ".json");
    }

    private void update(Tab tab, String setting, String value) {
        simulator.rest().post(participant(tab), Map.of(setting, value));
    }

    /// The newest recording, once it is completed.
    private WavSound recording() throws Exception {
        browser.pages()
                .getFirst()
                .waitForCondition(() -> newest().path("status").asString("").equals("completed"));
        String sid = newest().path("sid").asString();
        return WavSound.of(simulator.rest().download("/Recordings/" + sid + ".wav"));
    }

    private JsonNode newest() {
        return simulator.rest().get("/Recordings.json").path("recordings").path(0);
    }
}
