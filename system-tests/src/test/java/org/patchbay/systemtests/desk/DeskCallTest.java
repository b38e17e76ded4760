package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.systemtests.audio.NeedsChromium;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.calls.Ears;
import org.patchbay.systemtests.twilio.Eventually;

/// Whole calls on the desk's own page.
@NeedsChromium
class DeskCallTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private Office office;
    private Seat sofie;

    @BeforeEach
    void open() {
        office = Office.open(browsers);
        sofie = office.sofie().takesCalls();
    }

    @Test
    void anIncomingCallIsAnsweredOnTheDeskAndBothHearEachOther() {
        PhoneCall call = office.rings();

        assertThat(sofie.offer()).containsText("Calling");
        sofie.answers();
        office.bothHear(sofie, call);
        sofie.writes("Asked about the delivery.");
        sofie.hangsUp();

        sofie.wrapsUp();
        Eventually.is(true, call::isOver);
        String callId = office.practice().onlyCall();
        office.practice().awaits(callId, "completed");
        sofie.page().navigate("/calls/" + callId);
        assertThat(Entrance.field(sofie.page(), "Note").first()).hasValue("Asked about the delivery.");
        assertThat(sofie.page().getByRole(AriaRole.BUTTON, named("Play"))).isVisible();
    }

    @Test
    void aCallIsPlacedFromTheDialpadBothHearEachOtherAndKeysArrive() {
        sofie.dials(office.customer().address());
        assertThat(sofie.phone().getByText("Ringing", Seat.exactly())).isVisible();
        PhoneCall call = Eventually.some(
                "a ring at the customer's",
                () -> office.customer().calls().stream().findFirst());
        call.answer();
        Ears ears = office.bothHear(sofie, call);
        sofie.press("Keypad");
        sofie.press("5");
        sofie.press("#");
        ears.awaitsKeys("5#");
        call.hangUp();

        sofie.wrapsUp();
        office.practice().awaits(office.practice().onlyCall(), "completed");
    }

    @Test
    void aPageThatIsLoadedAgainInACallComesBackToIt() {
        PhoneCall call = office.rings();
        sofie.answers();
        office.bothHear(sofie, call);

        sofie.page().onDialog(dialog -> dialog.accept()); // "Leave site?"
        sofie.page().reload();

        office.bothHear(sofie, call);
        assertThat(call.isOver()).isFalse();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name));
    }
}
