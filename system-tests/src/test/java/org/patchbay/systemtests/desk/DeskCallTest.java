package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.systemtests.audio.NeedsChromium;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.calls.Ears;
import org.patchbay.systemtests.calls.Practice;
import org.patchbay.systemtests.product.CuttableLine;
import org.patchbay.systemtests.product.Processes;
import org.patchbay.systemtests.twilio.Eventually;
import org.patchbay.systemtests.twilio.Installation;

/// Whole calls on the desk's own page, each side saying a tone that the other has to hear.
@NeedsChromium
class DeskCallTest {

    private static final int SOFIES = 400;
    private static final int CUSTOMERS = 1_000;

    private static CuttableLine line;
    private static Installation installation;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private Practice practice;
    private Phone customer;

    @BeforeAll
    static void start() throws IOException {
        int port = Processes.freePort();
        line = CuttableLine.to(port);
        installation = Installation.forDesks(Map.of(
                "PATCHBAY_DESK_PORT", Integer.toString(port),
                "PATCHBAY_DESK_ORIGINS", line.address().toString()));
    }

    @AfterAll
    static void stop() throws IOException {
        installation.close();
        line.close();
    }

    @BeforeEach
    void open() {
        practice = Practice.open(installation);
        customer = practice.phone();
    }

    @AfterEach
    void mend() {
        line.mend();
    }

    @Test
    void anIncomingCallIsAnsweredOnTheDeskAndBothHearEachOther() {
        Seat sofie = seat("Sofie Lund").takesCalls();
        PhoneCall call = practice.calls(customer);

        assertThat(sofie.offer()).containsText("Calling");
        sofie.answers();
        bothHear(sofie, SOFIES, call);
        sofie.writes("Asked about the delivery.");
        sofie.hangsUp();

        sofie.wrapsUp();
        Eventually.is(true, call::isOver);
        String callId = practice.onlyCall();
        practice.awaits(callId, "completed");
        sofie.page().navigate("/calls/" + callId);
        assertThat(Entrance.field(sofie.page(), "Note").first()).hasValue("Asked about the delivery.");
        assertThat(sofie.page().getByRole(AriaRole.BUTTON, named("Play"))).isVisible();
    }

    @Test
    void aPageThatIsLoadedAgainInACallComesBackToIt() {
        Seat sofie = seat("Sofie Lund").takesCalls();
        PhoneCall call = practice.calls(customer);
        sofie.answers();
        bothHear(sofie, SOFIES, call);

        sofie.page().onDialog(dialog -> dialog.accept()); // "Leave site?"
        sofie.page().reload();

        bothHear(sofie, SOFIES, call);
        assertThat(call.isOver()).isFalse();
    }

    private Seat seat(String name) {
        return Seat.signedIn(browsers, installation.desk(), practice.colleague(name), SOFIES);
    }

    /// @return the customer's
    private Ears bothHear(Seat seat, int hz, PhoneCall call) {
        seat.talks();
        Ears ears = Ears.of(installation, call);
        ears.sounds(CUSTOMERS);
        seat.hears(CUSTOMERS);
        ears.awaits(hz);
        return ears;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name));
    }
}
