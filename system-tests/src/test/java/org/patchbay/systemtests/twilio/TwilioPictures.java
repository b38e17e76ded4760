package org.patchbay.systemtests.twilio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.product.Team;
import org.patchbay.systemtests.product.Team.Account;
import org.patchbay.systemtests.product.Tree;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import org.patchbay.twilio.NumberMarket;

/// Makes the pictures in `docs/images`. Proves nothing, so `./test` leaves it out by its name; it is run alone,
/// with `-Dtest=TwilioPictures -Dpatchbay.chromium=…`, after the pages have changed.
class TwilioPictures {

    private static final Path IMAGES = Tree.ROOT.resolve("docs/images");
    /// Seen in the pictures, so that of the product.
    private static final String PORT = "8080";

    private static final int SHOPS = 16;
    private static final List<String> NAMES =
            List.of("Front desk", "Sales", "Support", "Workshop", "Returns", "Accounts", "Deliveries", "After hours");

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void take() {
        try (Installation installation = Installation.start(
                Map.of("PATCHBAY_DESK_PORT", PORT, "PATCHBAY_PUBLIC_URL", "http://localhost:" + PORT))) {
            take(installation);
        }
    }

    private void take(Installation installation) {
        Page page = browsers.calm(installation.desk(), ColorScheme.LIGHT);
        page.setViewportSize(1440, 900);
        Customer customer = new Customer(quillmere(page, installation.desk()));
        TwilioLogin login = account(installation);
        Console console = Console.of(installation, login);

        TwilioScreen screen = TwilioScreen.opened(page);
        Entrance.field(page, "Account SID").fill("AC" + "5f09b2c41d7e8a36".repeat(2));
        Entrance.field(page, "Auth Token").fill(login.token());
        picture(page, "twilio-connect");

        page.getByText("Practice phones", new Page.GetByTextOptions().setExact(true))
                .click();
        installation.twilio().latency(Duration.ofMillis(1500));
        screen.paste(login);
        page.locator("[role=progressbar]:not([aria-valuenow='0'])").waitFor();
        picture(page, "twilio-steps");
        installation.twilio().latency(Duration.ZERO);
        screen.everyStepIsDone();

        page.setViewportSize(1280, 800);
        page.navigate("/");
        assertThat(page.getByText("Phones connected")).isVisible();
        picture(page, "desk");

        page.setViewportSize(1440, 900);
        somethingHappens(installation, login, console, customer);
        TwilioScreen.opened(page);
        assertThat(screen.heading("Something needs you")).isVisible();
        assertThat(page.getByText("Changed outside").first()).isVisible();
        picture(page, "twilio-health");

        page.navigate("/settings/diagnostics");
        assertThat(page.getByText("1 finding needs you")).isVisible();
        picture(page, "twilio-diagnostics");
    }

    private static void somethingHappens(
            Installation installation, TwilioLogin login, Console console, Customer customer) {
        List<String> numbers = console.numbers().stream()
                .map(number -> number.phoneNumber())
                .sorted()
                .toList();
        installation.simulator().text(installation.simulator().phone("+14155550123"), numbers.getFirst(), "Hello!");
        console.typeAddresses(numbers.get(1), URI.create("https://ivr-old.quillmere.example/"));
        String bought = buy(console, "Showroom");
        console.giveToAnotherTool(bought);
        Eventually.is(
                false,
                () -> customer.api()
                        .call("GET", "/api/messages", Map.of())
                        .path("items")
                        .isEmpty());
        customer.verified();
    }

    /// @return its owner
    private static Program quillmere(Page page, URI desk) {
        Account hugo = Account.of("Hugo Bennett");
        Entrance.makeWorkspace(page, hugo, "Quillmere");
        Program owner = new Program(desk);
        owner.call("POST", "/api/session", Map.of("email", hugo.email(), "password", hugo.password()));
        Team team = new Team(owner, hugo, "Quillmere");
        team.join(desk, Account.of("Mara Dunne"), "supervisor");
        team.join(desk, Account.of("Jonah Reyes"), "agent");
        return owner;
    }

    private static TwilioLogin account(Installation installation) {
        TwilioLogin login = installation.account(0);
        Console console = Console.of(installation, login);
        NAMES.forEach(name -> buy(console, name));
        IntStream.rangeClosed(1, SHOPS).forEach(shop -> buy(console, "Shop " + shop));
        return login;
    }

    /// @return in E.164
    private static String buy(Console console, String name) {
        NumberMarket market = console.account().market();
        List<NumberMarket.Offer> offers =
                (market.search(new NumberMarket.Search("US", NumberMarket.Type.LOCAL, "415", null)));
        return market.buy(offers.getFirst().phoneNumber(), name).phoneNumber();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(IMAGES.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
