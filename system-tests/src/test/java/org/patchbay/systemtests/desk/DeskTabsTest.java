package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.systemtests.audio.NeedsChromium;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.calls.Ears;
import org.patchbay.systemtests.twilio.Eventually;

/// Two tabs of one member: one is the phone, the other shows what it does.
@NeedsChromium
class DeskTabsTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void oneTabIsThePhoneTheOtherMirrorsItAndTakesItOverInTheCall() {
        Office office = Office.open(browsers);
        Seat first = office.sofie().takesCalls();
        Seat second = first.tab();
        assertThat(second.elsewhere()).isVisible();

        PhoneCall call = office.rings();
        second.answers(); // the first is still what it sounds in
        Ears ears = office.bothHear(first, call);
        second.talks();
        second.press("Mute");
        assertThat(first.button("Unmute")).isVisible();
        ears.awaitsNone(first.hz());
        first.press("Unmute");
        assertThat(second.button("Mute")).isVisible();

        Entrance.button(second.page(), "Use it here").click();
        assertThat(first.elsewhere()).isVisible();
        assertThat(second.elsewhere()).isHidden();
        office.bothHear(second, call);
        first.talks();
        assertThat(call.isOver()).isFalse();

        first.hangsUp();
        second.wrapsUp();
        Eventually.is(true, call::isOver);
    }

    @Test
    void whenTheTabThatIsThePhoneIsClosedTheOtherGoesOn() {
        Office office = Office.open(browsers);
        Seat first = office.sofie().takesCalls();
        Seat second = first.tab();
        assertThat(second.elsewhere()).isVisible();
        PhoneCall call = office.rings();
        first.answers();
        office.bothHear(first, call);

        first.page().close();

        assertThat(second.elsewhere()).isHidden();
        office.bothHear(second, call);
    }
}
