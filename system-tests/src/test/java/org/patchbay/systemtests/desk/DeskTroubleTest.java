package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.systemtests.audio.NeedsChromium;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.calls.Ears;
import org.patchbay.systemtests.product.Team.Account;
import org.patchbay.systemtests.twilio.Eventually;

/// What goes wrong around a call, and what the desk makes of it.
@NeedsChromium
class DeskTroubleTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private Office office;

    @BeforeEach
    void open() {
        office = Office.open(browsers);
    }

    @AfterEach
    void mend() {
        Office.line().mend();
    }

    @Test
    void aCutLineDoesNotEndTheCallAndWhatWasWrittenMeanwhileIsNotLost() {
        Account sofies = office.practice().colleague("Sofie Lund");
        Seat sofie = Seat.signedIn(browsers, Office.line().address(), sofies, Office.SOFIES)
                .takesCalls();
        Locator offline = sofie.page().getByTestId("offline-strip");
        PhoneCall call = office.rings();
        sofie.answers();
        Ears ears = office.bothHear(sofie, call);

        Office.line().cut();
        assertThat(offline).isVisible();
        office.hearEachOther(sofie, ears, Office.CUSTOMERS + 300);
        sofie.note().fill("Said while nobody listened.");
        Office.line().mend();

        assertThat(offline).isHidden();
        sofie.talks();
        assertThat(sofie.phone().getByText("Saved", Seat.exactly())).isVisible();
        sofie.hangsUp();
        sofie.wrapsUp();
        Eventually.is(true, call::isOver);
        assertThat(office.practice()
                        .detail(office.practice().onlyCall())
                        .at("/call/notes")
                        .asString())
                .isEqualTo("Said while nobody listened.");
    }

    @Test
    void aRefusedMicrophoneIsSaidWithItsRemedyAndNothingIsPromised() {
        Seat sofie = office.sofie();
        sofie.allowsTheMicrophone(false);

        Entrance.button(sofie.page(), "Take calls here").click();
        assertThat(sofie.page().getByText("The browser has blocked the microphone."))
                .isVisible();
        assertThat(sofie.text("Available")).isHidden();
        sofie.dials(office.customer().address());
        assertThat(sofie.page().getByText("The browser has blocked the microphone."))
                .hasCount(2); // above the page, and as the answer
        assertThat(office.customer().calls()).isEmpty();

        sofie.allowsTheMicrophone(true);
        Entrance.button(sofie.page(), "Try again").click();
        sofie.available();
        PhoneCall call = office.rings();
        sofie.answers();
        office.bothHear(sofie, call);
    }

    @Test
    void aBrowserThatTwilioRefusesTakesNoCallAndItRingsOnForTheOthers() {
        Seat sofie = office.sofie().takesCalls();
        Seat bruno = office.seat("Bruno Keller", Office.BRUNOS).takesCalls();
        Locator why = sofie.page().getByText("Twilio does not accept this browser.");
        sofie.getsForgedTokens();
        sofie.page().reload();
        assertThat(why).isVisible();

        PhoneCall call = office.rings();
        sofie.answers();
        assertThat(why).hasCount(2); // above the page, and as the answer
        assertThat(sofie.offer()).isVisible();

        bruno.answers();
        office.bothHear(bruno, call);
    }

    @Test
    void aTokenIsRenewedBeforeItIsOverAndTheCallAndTheNextGoOn() {
        Seat sofie = office.sofie();
        List<String> said = sofie.saidByTwilio();
        ShortTokens tokens = ShortTokens.of(office.practice(), sofie.page());
        sofie.takesCalls();
        PhoneCall call = office.rings();
        sofie.answers();
        Ears ears = office.bothHear(sofie, call);

        sofie.page().waitForCondition(tokens::areRenewed);
        office.hearEachOther(sofie, ears, Office.CUSTOMERS + 300);
        sofie.hangsUp();
        sofie.wrapsUp();
        sofie.press("Done");
        PhoneCall next = office.rings();
        sofie.answers();

        office.bothHear(sofie, next);
        assertThat(said).isNotEmpty().noneMatch(frame -> frame.contains("31205")); // the token is over
    }
}
