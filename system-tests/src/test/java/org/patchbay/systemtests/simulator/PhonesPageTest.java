package org.patchbay.systemtests.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.systemtests.browser.Entrance.button;
import static org.patchbay.systemtests.browser.Entrance.field;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patchbay.systemtests.browser.Axe;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.product.Tree;

class PhonesPageTest {

    private static final String NUMBER = "+14155550100";
    private static final String BROKEN = "+14155550101";
    private static final String THROUGH = "+14155550102";
    private static final String FRIEND = "+12025550177";
    private static final double AUDIBLE = 0.05;
    private static final int NARROW = 390;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private static Webhooks webhooks;
    private RunningSimulator simulator;

    @BeforeAll
    static void answer() {
        webhooks = Webhooks.answering(Map.of(
                "/voice",
                        "<Gather numDigits=\"1\" action=\"/menu\" timeout=\"60\"><Say>For sales press one</Say></Gather>",
                "/text", "<Message>Until six</Message>",
                "/through", "<Dial><Number>" + FRIEND + "</Number></Dial>",
                "/menu", "<Say>You chose sales</Say><Pause length=\"60\"/>"));
    }

    @BeforeEach
    void start() {
        simulator = RunningSimulator.start();
        simulator.buy(NUMBER, webhooks.url("/voice"), webhooks.url("/text"));
        simulator.buy(THROUGH, webhooks.url("/through"), webhooks.url("/text"));
        simulator.buy(BROKEN, webhooks.url("/broken"), webhooks.url("/broken"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @AfterAll
    static void stopAnswering() {
        webhooks.close();
    }

    @Test
    void aCallMadeOnThePhonesPageIsReadInTheInspector() {
        Page page = browsers.somebody(simulator.url());
        Locator phone = newPhone(page);
        call(phone, NUMBER);
        assertThat(phone.getByText("For sales press one")).isVisible();
        phone.getByRole(AriaRole.BUTTON, named("1")).click();
        assertThat(phone.getByText("You chose sales")).isVisible();
        field(page, "Say a sentence").fill("hello there");
        page.keyboard().press("Enter");
        assertThat(phone.getByText("hello there")).isVisible();
        button(page, "Hang up").click();
        assertThat(phone.getByText("The call ended")).isVisible();
        assertThat(page.getByText("Completed")).isVisible();

        phone.getByText("Inspect").click();
        assertThat(page.getByText("Call, completed").first()).isVisible();
        request(page, "/voice").click();
        assertThat(page.getByText("X-Twilio-Signature")).isVisible();
        assertThat(page.locator("details[open] pre").last()).containsText("<Say>For sales press one</Say>");
        assertThat(page.locator("details[open] table")).containsText("CallSid");
        assertThat(page.getByText("the far end pressed 1")).isVisible();
        page.getByLabel("Find in this exchange").fill("You chose sales");
        assertThat(request(page, "/voice")).isHidden();
        assertThat(request(page, "/menu")).isVisible();
    }

    @Test
    void aLinkBringsANumberIntoAPhoneWhichCallsItByEnter() {
        Page page = browsers.somebody(simulator.url());
        page.navigate("/?dial=%2B14155550100");
        assertThat(field(page, "Number to call")).hasValue(NUMBER);
        assertThat(page.locator(":focus")).hasText("Call");
        assertThat(button(page, "Dial +1 415 555 0100")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.getByText("For sales press one")).isVisible();
    }

    @Test
    void aPhoneRingsIsAnsweredAndIsHungUpByTheKeyboardAlone() {
        Page page = browsers.somebody(simulator.url());
        Locator phone = newPhone(page);
        ring(phone);
        assertThat(phone.getByText("Ringing").first()).isVisible();
        button(page, "Answer").focus();
        page.keyboard().press("Enter");
        assertThat(phone.getByText("In a call")).isVisible();
        button(page, "Hang up").focus();
        page.keyboard().press("Space");
        assertThat(phone.getByText("Ready")).isVisible();
    }

    @Test
    void twoPeopleInTwoTabsHearEachOtherUntilOneIsMuted() {
        Page here = browsers.somebody(simulator.url());
        Page there = browsers.somebody(simulator.url());
        Locator callee = newPhone(here, FRIEND);
        Locator caller = newPhone(there, "+12025550188");
        call(caller, THROUGH);
        callee.getByRole(AriaRole.BUTTON, named("Answer")).click();
        assertThat(callee.getByText("Microphone on")).isVisible();
        assertThat(caller.getByText("Microphone on")).isVisible();
        hears(callee);
        hears(caller);
        picture(there, "phones-talking");

        callee.getByRole(AriaRole.BUTTON, named("Mute")).click();
        assertThat(callee.getByText("Muted")).isVisible();
        hears(callee);
        hearsNothing(caller);

        caller.getByRole(AriaRole.BUTTON, named("Hang up")).click();
        assertThat(callee.getByText("Ready")).isVisible();
        assertThat(callee.getByLabel("What you hear")).isHidden();
    }

    /// The fake microphone beeps once a second.
    private static void hears(Locator phone) {
        phone.page().waitForCondition(() -> heard(phone) > AUDIBLE);
    }

    /// Silent for longer than the microphone is between two beeps: thirty looks, a tenth of a second apart,
    /// of which none hears anything.
    private static void hearsNothing(Locator phone) {
        phone.page().waitForCondition(() ->
                (boolean) phone.getByLabel("What you hear").evaluate("""
                        async (meter) => {
                          for (let look = 0; look < 30; look++) {
                            if (meter.value > %s) return false;
                            await new Promise((done) => setTimeout(done, 100));
                          }
                          return true;
                        }""".formatted(AUDIBLE)));
    }

    private static double heard(Locator phone) {
        return ((Number) phone.getByLabel("What you hear").evaluate("meter => meter.value")).doubleValue();
    }

    @Test
    void aPhoneTextsANumberAndReadsTheReply() {
        Page page = browsers.somebody(simulator.url());
        Locator phone = newPhone(page);
        button(page, "Texts").click();
        field(page, "Number to text").fill(NUMBER);
        field(page, "Write a text").fill("Are you open?");
        page.keyboard().press("Enter");
        assertThat(phone.getByText("Are you open?")).isVisible();
        assertThat(phone.getByText("Until six")).isVisible();
    }

    @Test
    void aTextToNobodyIsAskedForItsNumberWhichIsThatOfTheDialpad() {
        Page page = browsers.somebody(simulator.url());
        Locator phone = newPhone(page);
        field(page, "Number to call").fill("");
        button(page, "Texts").click();
        field(page, "Write a text").fill("Are you open?");
        page.keyboard().press("Enter");
        assertThat(phone.getByRole(AriaRole.ALERT)).containsText("Type a number first");
        assertThat(field(page, "Number to text")).isFocused();

        button(page, "Call").first().click();
        field(page, "Number to call").fill(NUMBER);
        button(page, "Texts").click();
        assertThat(field(page, "Number to text")).hasValue(NUMBER);
    }

    @Test
    void whatWentWrongIsInTheDebuggerWithItsCode() {
        Page page = browsers.somebody(simulator.url());
        Locator phone = newPhone(page);
        call(phone, BROKEN);
        page.navigate("/inspector");
        button(page, "Debugger").click();
        assertThat(page.getByText("11200").first()).isVisible();
        assertThat(page.getByText("HTTP retrieval failure")).isVisible();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"LIGHT", "DARK"})
    void noPageHasAViolation(ColorScheme scheme) {
        Page page = browsers.calm(simulator.url(), scheme);
        Locator ringing = newPhone(page);
        ring(ringing);
        button(page, "Answer").waitFor();
        button(page, "New phone").click();
        Locator talking = page.locator(".handset").nth(1);
        call(talking, NUMBER);
        assertThat(talking.getByText("For sales press one")).isVisible();
        picture(page, "phones-" + scheme);
        assertThat(Axe.allViolations(page, "phones, " + scheme)).isEmpty();
        ringing.getByRole(AriaRole.BUTTON, named("Texts")).click();
        assertThat(Axe.allViolations(page, "texts, " + scheme)).isEmpty();

        talking.getByText("Inspect").click();
        request(page, "/voice").click();
        picture(page, "inspector-" + scheme);
        assertThat(Axe.allViolations(page, "inspector, " + scheme)).isEmpty();
        button(page, "Debugger").click();
        assertThat(page.getByText("Nothing went wrong.")).isVisible();
        assertThat(Axe.allViolations(page, "debugger, " + scheme)).isEmpty();
    }

    @Test
    void nothingStandsOutOfANarrowWindow() {
        Page page = browsers.calm(simulator.url(), ColorScheme.LIGHT);
        page.setViewportSize(NARROW, 844);
        Locator phone = newPhone(page);
        call(phone, NUMBER);
        assertThat(phone.getByText("For sales press one")).isVisible();
        picture(page, "phones-narrow");
        assertThat(width(page)).isEqualTo(NARROW);
        phone.getByText("Inspect").click();
        request(page, "/voice").click();
        picture(page, "inspector-narrow");
        assertThat(width(page)).isEqualTo(NARROW);
    }

    /// The row of the inspector for a request to this path.
    private static Locator request(Page page, String path) {
        return page.locator("summary").getByText("POST " + webhooks.url(path));
    }

    /// Whoever is here lets the page hear them.
    private static void open(Page page) {
        page.context().grantPermissions(List.of("microphone"));
        page.navigate("/");
        page.getByText("Live", new Page.GetByTextOptions().setExact(true)).waitFor();
    }

    private static Locator newPhone(Page page) {
        open(page);
        button(page, "New phone").click();
        Locator phone = page.locator(".handset").first();
        phone.waitFor();
        return phone;
    }

    private static Locator newPhone(Page page, String number) {
        open(page);
        page.locator("#new-number").fill(number);
        button(page, "New phone").click();
        Locator phone = page.locator("[data-number='" + number + "']");
        phone.waitFor();
        return phone;
    }

    private static void call(Locator phone, String number) {
        phone.getByLabel("Number to call").fill(number);
        phone.getByLabel("Number to call").press("Enter");
    }

    /// Lets the account call the phone.
    private void ring(Locator phone) {
        simulator.create(
                "Calls", Map.of("To", phone.getAttribute("data-number"), "From", NUMBER, "Url", webhooks.url("/menu")));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static int width(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    /// For whoever wants to see what the test saw.
    private static void picture(Page page, String name) {
        Path file = Tree.scratch().resolve("pictures").resolve("simulator-" + name.toLowerCase(Locale.ROOT) + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
}
