package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import org.patchbay.systemtests.browser.Axe;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.calls.Agent;
import org.patchbay.systemtests.calls.Ears;
import org.patchbay.systemtests.calls.Practice;
import org.patchbay.systemtests.product.CuttableLine;
import org.patchbay.systemtests.product.Processes;
import org.patchbay.systemtests.product.Team.Account;
import org.patchbay.systemtests.twilio.Eventually;
import org.patchbay.systemtests.twilio.Installation;

/// Whole calls on the desk's own page, each side saying a tone that the other has to hear.
@NeedsChromium
class DeskCallTest {

    private static final int SOFIES = 400;
    private static final int BRUNOS = 700;
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
    void aCallIsPlacedFromTheDialpadAndBothHearEachOther() {
        Seat sofie = seat("Sofie Lund").takesCalls();

        sofie.dials(customer.address());
        assertThat(sofie.phone().getByText("Ringing", Seat.exactly())).isVisible();
        PhoneCall call = Eventually.some("a ring at the customer's", customer::last);
        call.answer();
        bothHear(sofie, SOFIES, call);
        sofie.press("Keypad");
        sofie.press("5");
        Eventually.is(true, () -> call.transcript().toString().contains("5"));
        call.hangUp();

        sofie.wrapsUp();
        practice.awaits(practice.onlyCall(), "completed");
    }

    @Test
    void theCardGoesWhereSomebodyElseWasQuickerAndSaysWho() {
        Seat sofie = seat("Sofie Lund").takesCalls();
        Seat bruno = Seat.signedIn(browsers, installation.desk(), practice.colleague("Bruno Keller"), BRUNOS)
                .takesCalls();
        practice.calls(customer);
        assertThat(bruno.offer()).isVisible();

        sofie.answers();

        assertThat(bruno.offer()).containsText("Sofie Lund");
        assertThat(bruno.offer()).isHidden();
        sofie.talks();
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

    @Test
    void oneTabIsThePhoneUntilTheOtherIsUsed() {
        Seat first = seat("Sofie Lund").takesCalls();
        Seat second = first.tab();
        assertThat(second.text("The phone is in another tab.")).isVisible();

        Entrance.button(second.page(), "Use it here").click();
        assertThat(first.text("The phone is in another tab.")).isVisible();
        second.ready();
        PhoneCall call = practice.calls(customer);
        second.answers();

        bothHear(second, SOFIES, call);
        assertThat(first.phone()).containsText("On a call");
    }

    @Test
    void aCutLineDoesNotEndTheCall() {
        Seat sofie = Seat.signedIn(browsers, line.address(), practice.colleague("Sofie Lund"), SOFIES)
                .takesCalls();
        PhoneCall call = practice.calls(customer);
        sofie.answers();
        Ears ears = bothHear(sofie, SOFIES, call);

        line.cut();
        assertThat(sofie.page().getByTestId("offline-strip")).isVisible();
        ears.sounds(CUSTOMERS + 300);
        sofie.hears(CUSTOMERS + 300);
        ears.awaits(SOFIES);
        line.mend();

        assertThat(sofie.page().getByTestId("offline-strip")).isHidden();
        sofie.talks();
        sofie.hangsUp();
        Eventually.is(true, call::isOver);
    }

    @Test
    void aRefusedMicrophoneIsSaidWithItsRemedy() {
        Seat sofie = seat("Sofie Lund");
        sofie.page().context().grantPermissions(List.of()); // nothing but these: all others are refused

        Entrance.button(sofie.page(), "Take calls here").click();
        assertThat(sofie.page().getByText("The browser has blocked the microphone."))
                .isVisible();

        sofie.page().context().grantPermissions(List.of("microphone"));
        Entrance.button(sofie.page(), "Try again").click();
        sofie.ready();
    }

    @Test
    void aLaptopThatIsClosedWhileItConnectsGivesTheCallToTheNext() {
        Seat sofie = seat("Sofie Lund").takesCalls();
        Agent bruno = practice.agent("Bruno Keller");
        PhoneCall call = practice.calls(customer);
        assertThat(sofie.offer()).isVisible();

        bruno.accept(practice.onlyCall()); // and never comes
        assertThat(sofie.offer()).isHidden();

        assertThat(sofie.offer()).isVisible();
        sofie.answers();
        bothHear(sofie, SOFIES, call);
    }

    @Test
    void aWholeCallNeedsNothingButKeys() {
        Seat sofie = seat("Sofie Lund");
        Page page = sofie.page();
        page.keyboard().press("o");
        sofie.ready();
        PhoneCall call = practice.calls(customer);
        assertThat(sofie.offer()).isVisible();

        page.keyboard().press("Enter");
        bothHear(sofie, SOFIES, call);
        page.keyboard().press("n");
        assertThat(sofie.note()).isFocused();
        page.keyboard().type("Wants a new hinge");
        assertThat(sofie.phone().getByText("Saved", Seat.exactly())).isVisible();
        page.keyboard().press("Control+Shift+E");
        sofie.wrapsUp();
        page.keyboard().press("Control+Enter");

        assertThat(sofie.phone()).isHidden();
        assertThat(practice.detail(practice.onlyCall()).at("/call/notes").asString())
                .isEqualTo("Wants a new hinge");
    }

    @Test
    void noPageOfCallsHasASeriousViolation() {
        Account sofies = practice.colleague("Sofie Lund");
        Seat sofie = Seat.signedIn(browsers.calm(installation.desk(), ColorScheme.LIGHT), sofies, SOFIES)
                .takesCalls();
        Page page = sofie.page();
        List<String> violations = new ArrayList<>();
        practice.calls(customer);
        assertThat(sofie.offer()).isVisible();
        violations.addAll(Axe.violations(page, "an offer"));
        sofie.answers();
        sofie.talks();
        violations.addAll(Axe.violations(page, "in a call"));
        sofie.hangsUp();
        sofie.wrapsUp();
        violations.addAll(Axe.violations(page, "wrap-up"));
        for (String there : List.of("/calls", "/calls/" + practice.onlyCall(), "/contacts", "/live")) {
            page.navigate(there);
            page.locator("main").getByRole(AriaRole.HEADING).first().waitFor();
            violations.addAll(Axe.violations(page, there));
        }

        assertThat(violations).isEmpty();
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
