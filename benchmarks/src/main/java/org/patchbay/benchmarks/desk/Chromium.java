package org.patchbay.benchmarks.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patchbay.benchmarks.calls.Agent;

/// The system's Chromium, without a window. Each of its tabs is somebody's own browser: nothing is shared, nothing is
/// cached, and all of them are in front.
final class Chromium implements AutoCloseable {

    private static final double PATIENCE_MS = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// @throws IllegalStateException where there is none
    static Chromium start() {
        String path = System.getProperty("patchbay.chromium", "");
        if (path.isEmpty()) {
            throw new IllegalStateException("There is no Chromium (Debian: apt-get install chromium), nor CHROMIUM.");
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(path))
                        .setArgs(List.of(
                                "--no-sandbox", // as root, and in containers, Chromium has none
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                // A microphone that beeps, allowed without a question.
                                "--use-fake-ui-for-media-stream",
                                "--use-fake-device-for-media-stream",
                                "--autoplay-policy=no-user-gesture-required",
                                "--allow-loopback-in-peer-connection")));
        return new Chromium(playwright, browser);
    }

    /// A tab with nothing in it yet.
    ///
    /// @param somebody who is signed in there, or nobody
    /// @param scripts run in each page before its own; what they are told stands before them
    Page tab(String desk, @Nullable Agent somebody, String... scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(desk)
                .setLocale("en-GB")
                .setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE_MS);
        context.grantPermissions(List.of("microphone"));
        if (somebody != null) {
            context.addCookies(List.of(new Cookie("patchbay_session", somebody.session()).setUrl(desk)));
        }
        context.addInitScript(String.join("\n", scripts));
        return context.newPage();
    }

    /// @param name of a file beside this class
    static String script(String name) {
        try (InputStream script = Chromium.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String version() {
        return browser.version();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
