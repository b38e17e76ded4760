package org.patchbay.systemtests.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.media.VirtualLeg;
import org.patchbay.simulator.media.audio.Tone;
import org.patchbay.simulator.signal.SignalError;

/// Twilio's own `@twilio/voice-sdk`, unmodified, in a real Chromium. Each undocumented option that
/// `phone.html` sets is guarded by these tests: without it nothing here would connect.
@NeedsChromium
@NeedsVoiceSdk
class VoiceSdkTest {
    private static final int A = 400;
    private static final int B = 700;

    private static Chromium chromium;

    private SdkExchange exchange;
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
        exchange = new SdkExchange();
        browser = chromium.browser().newContext();
    }

    @AfterEach
    void close() throws Exception {
        browser.close();
        exchange.close();
    }

    @Test
    void twoWhoCallOutHearEachOtherAndKeysArrive() {
        Page a = registered("a", A);
        Page b = registered("b", B);
        dial(a);
        dial(b);
        awaitTone(a, B, A);
        awaitTone(b, A, B);

        a.evaluate("call.sendDigits('15#')");
        awaitNotes("digit 1", "digit 5", "digit #");
        assertThat(exchange.engine().notes()).anyMatch(note -> note.startsWith("dial a {to=+1555 & co}"));

        a.evaluate("call.disconnect()");
        awaitEvent(a, "call.disconnect");
        awaitNotes("hungUp CA00000000000000000000000000000001");
    }

    @Test
    void aCallComesInWithParametersIsAcceptedHeardAndEndedByTheFarEnd() {
        Page a = registered("a", A);
        VirtualLeg caller = exchange.media().virtualLeg();
        caller.say(Tone.of(B, 8000).forever());
        exchange.engine().room().join(caller.channel());
        String callSid = exchange.engine().call("a", Map.of("queue", "sales & co"));
        awaitEvent(a, "device.incoming");
        assertThat(a.evaluate("call.parameters.CallSid")).isEqualTo(callSid);
        assertThat(a.evaluate("call.parameters.From")).isEqualTo("+15550001");
        assertThat(a.evaluate("call.customParameters.get('queue')")).isEqualTo("sales & co");

        a.evaluate("call.accept()");
        awaitEvent(a, "call.accept");
        awaitTone(a, B, A);
        exchange.gateway().end(callSid, Optional.empty());
        awaitEvent(a, "call.disconnect");
    }

    @Test
    void ofTwoTabsTheFirstAnswerWinsAndACallerWhoGivesUpIsACancel() {
        Page first = registered("a", A);
        Page second = registered("a", B);
        String callSid = exchange.engine().call("a", Map.of());
        awaitEvent(first, "device.incoming");
        awaitEvent(second, "device.incoming");
        second.evaluate("call.accept()");
        awaitEvent(first, "call.cancel");
        awaitEvent(second, "call.accept");
        assertThat(exchange.engine().notes()).contains("accepted " + callSid);

        String another = exchange.engine().call("a", Map.of());
        first.waitForFunction("sid => call.parameters.CallSid === sid", another);
        exchange.gateway().end(another, Optional.empty());
        first.waitForFunction("() => events.filter(event => event === 'call.cancel').length === 2");
    }

    @Test
    void aRefusedCallIsRejected() {
        Page a = registered("a", A);
        String callSid = exchange.engine().call("a", Map.of());
        awaitEvent(a, "device.incoming");
        a.evaluate("call.reject()");
        awaitNotes("rejected " + callSid);
    }

    @Test
    void aForgedTokenAndAnExpiredOneSurface() {
        Page forged = open("forged");
        forged.evaluate(
                "([token]) => register(token, 400)",
                new Object[] {SdkExchange.token("a", 3600, "another secret of thirty-two bytes!")});
        awaitEvent(forged, "device.error 20101");

        Page expired = open("expired");
        expired.evaluate("([token]) => register(token, 400)", new Object[] {SdkExchange.token("a", 6)});
        awaitEvent(expired, "device.registered");
        awaitEvent(expired, "device.error 20104");
    }

    @Test
    void aCallOutlivesItsSocketAndItsToken() {
        Page a = registered("a", A);
        Page b = registered("b", B);
        dial(a);
        dial(b);
        awaitTone(a, B, A);

        a.evaluate("sockets.at(-1).close()");
        awaitEvent(a, "call.reconnecting");
        awaitEvent(a, "call.reconnected");
        a.waitForFunction("() => events.filter(event => event === 'device.registered').length === 2");
        awaitTone(a, B, A);
        awaitTone(b, A, B);

        a.evaluate("([token]) => device.updateToken(token)", new Object[] {SdkExchange.token("a", 7200)});
        awaitTone(b, A, B);
        exchange.gateway().end("CA00000000000000000000000000000001", Optional.empty());
        awaitEvent(a, "call.disconnect");
    }

    @Test
    void aCallOutlivesALossOfTheNetwork() {
        Page a = registered("a", A);
        Page b = registered("b", B);
        dial(a);
        dial(b);
        awaitTone(b, A, B);

        exchange.media().cutNetwork(true);
        awaitEvent(a, "call.reconnecting");
        awaitNotes("restartIce CA00000000000000000000000000000001");
        exchange.media().cutNetwork(false);
        a.waitForFunction(
                "() => events.includes('call.reconnected')",
                null,
                new Page.WaitForFunctionOptions().setTimeout(60_000));
        awaitTone(b, A, B);
        awaitTone(a, B, A);
    }

    @Test
    void aCallThatFailsSaysWhy() {
        Page a = registered("a", A);
        dial(a);
        exchange.gateway()
                .end(
                        "CA00000000000000000000000000000001",
                        Optional.of(new SignalError(31000, "the application failed")));
        awaitEvent(a, "call.error 31000");
        awaitEvent(a, "call.disconnect");
    }

    private Page open(String name) {
        Page page = browser.newPage();
        page.navigate(exchange.pageUrl() + "?" + name);
        return page;
    }

    private Page registered(String identity, int hz) {
        Page page = open(identity);
        page.evaluate("([token, hz]) => register(token, hz)", new Object[] {SdkExchange.token(identity, 3600), hz});
        awaitEvent(page, "device.registered");
        return page;
    }

    private static void dial(Page page) {
        page.evaluate("dial({ to: '+1555 & co' })");
        awaitEvent(page, "call.accept");
    }

    private static void awaitEvent(Page page, String event) {
        page.waitForFunction("event => events.includes(event)", event);
    }

    private static void awaitTone(Page page, int present, int absent) {
        page.evaluate("() => { window.inARow = 0; }");
        page.waitForFunction(
                "([present, absent]) => { window.inARow = hears(present) && hearsNothingOf(absent)"
                        + " ? window.inARow + 1 : 0; return window.inARow >= 3; }",
                new Object[] {present, absent},
                new Page.WaitForFunctionOptions().setPollingInterval(100));
    }

    private void awaitNotes(String... expected) {
        browser.pages()
                .getFirst()
                .waitForCondition(() -> exchange.engine().notes().containsAll(List.of(expected)));
    }
}
