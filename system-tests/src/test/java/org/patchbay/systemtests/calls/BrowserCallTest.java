package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.systemtests.audio.Chromium;
import org.patchbay.systemtests.audio.NeedsChromium;
import org.patchbay.systemtests.audio.NeedsVoiceSdk;
import org.patchbay.systemtests.audio.Tab;
import org.patchbay.systemtests.twilio.Installation;

/// Out of one workspace and into another, each agent in a tab with Twilio's own SDK: both flows at once, and
/// what each says is heard by the other.
@NeedsChromium
@NeedsVoiceSdk
class BrowserCallTest {

    private static final int ADAS = 400;
    private static final int BRUNOS = 700;

    private static Installation installation;
    private static Chromium chromium;
    private static SdkPages pages;

    private Practice called;
    private Practice calling;
    private BrowserContext browser;

    @BeforeAll
    static void start() throws IOException {
        installation = Installation.withSound();
        chromium = Chromium.launch();
        pages = new SdkPages(installation);
    }

    @AfterAll
    static void stop() {
        pages.close();
        chromium.close();
        installation.close();
    }

    @BeforeEach
    void open() {
        called = Practice.open(installation);
        calling = Practice.open(installation);
        browser = chromium.browser().newContext();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anAgentCallsAnotherTeamsNumberAndBothHearEachOther() {
        Agent ada = called.agent("Ada Nkemelu");
        Agent bruno = calling.agent("Bruno Keller");
        Tab adas = pages.tabOf(ada, browser, ADAS);
        Tab brunos = pages.tabOf(bruno, browser, BRUNOS);

        String outbound = bruno.api()
                .call("POST", "/api/calls", Map.of("to", called.number()))
                .path("callId")
                .asString();
        brunos.dial(Map.of("callId", outbound));
        String inbound = ada.offered();
        assertThat(ada.call(inbound).path("from").asString()).isEqualTo(calling.number());
        String epoch = ada.accept(inbound).json().path("epoch").asString();
        adas.dial(Map.of("callId", inbound, "epoch", epoch));

        adas.awaitTones(List.of(BRUNOS), List.of(ADAS));
        brunos.awaitTones(List.of(ADAS), List.of(BRUNOS));
        ada.awaits(inbound, "in-progress");
        bruno.awaits(outbound, "in-progress");

        brunos.evaluate("call.disconnect()");
        adas.awaitEvent("call.disconnect");
        called.awaits(inbound, "completed");
        calling.awaits(outbound, "completed");
        called.awaitsSilence(inbound);
        calling.awaitsSilence(outbound);
    }

    @Test
    void aTabThatIsClosedWhileTheCustomersPhoneRingsEndsTheCall() {
        Agent bruno = calling.agent("Bruno Keller");
        Tab brunos = pages.tabOf(bruno, browser, BRUNOS);
        String callId = bruno.api()
                .call("POST", "/api/calls", Map.of("to", calling.phone().address()))
                .path("callId")
                .asString();
        brunos.dial(Map.of("callId", callId));
        bruno.awaits(callId, "ringing");

        brunos.page().close();

        assertThat(calling.awaits(callId, "canceled").at("/call/outcome").asString())
                .isEqualTo("abandoned");
        calling.awaitsSilence(callId);
    }
}
