package org.patchbay.systemtests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The one browser of the test run: the system's, whose path `./test` found. Playwright downloads none.
final class Chromium {

    /// Empty where there is none.
    static final String PATH = System.getProperty("patchbay.chromium", "");

    private Chromium() {}

    static Browser running() {
        return Holder.BROWSER;
    }

    private static final class Holder {
        static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(PATH))
                        .setArgs(List.of(
                                "--no-sandbox", // as root, and in containers, Chromium has none
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                // A microphone that beeps, to be allowed by each test that speaks; machines of
                                // tests may have no network but loopback.
                                "--use-fake-device-for-media-stream",
                                "--autoplay-policy=no-user-gesture-required",
                                "--allow-loopback-in-peer-connection")));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
        }
    }
}
