package org.patchbay.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.patchbay.systemtests.product.Tree;

/// Gives a test browser windows that share nothing, and closes them. What a failed test did, and what it saw last, is
/// kept in `target/traces`, for Playwright's trace viewer. It is not filmed: that takes more than the test.
public final class Browsers implements BeforeEachCallback, AfterEachCallback {

    private static final double PATIENCE_MS = 30_000;

    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @Override
    public void beforeEach(ExtensionContext test) {
        Assumptions.assumeFalse(Chromium.PATH.isEmpty(), "there is no Chromium; ./test --help says what to do");
    }

    @Override
    public void afterEach(ExtensionContext test) {
        boolean failed = test.getExecutionException().isPresent();
        for (int window = 0; window < open.size(); window++) {
            Tracing.StopOptions keep = new Tracing.StopOptions();
            if (failed) {
                picture(open.get(window), kept(test, window, ".png"));
                keep.setPath(kept(test, window, ".zip"));
            }
            open.get(window).tracing().stop(keep);
            open.get(window).close();
        }
        open.clear();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    /// A refused request is noted as an error too, and often wanted; a refused script or style never is.
    private void note(ConsoleMessage message) {
        if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
        }
    }

    /// A page of somebody who has never been here, in a window of English and London.
    ///
    /// @param desk what relative addresses belong to
    public Page somebody(URI desk) {
        return page(new Browser.NewContextOptions().setBaseURL(desk.toString()));
    }

    /// The same, with nothing that moves: what fades in has less contrast while it does.
    public Page calm(URI desk, ColorScheme scheme) {
        return page(new Browser.NewContextOptions()
                .setBaseURL(desk.toString())
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = Chromium.running()
                .newContext(options.setLocale("en-GB")
                        .setTimezoneId("Europe/London")
                        .setViewportSize(1280, 820));
        open.add(context);
        context.setDefaultTimeout(PATIENCE_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        context.onConsoleMessage(this::note);
        context.onWebError(error -> complaints.add(error.error()));
        context.tracing().start(new Tracing.StartOptions());
        return context.newPage();
    }

    private static void picture(BrowserContext window, Path file) {
        if (!window.pages().isEmpty()) {
            window.pages().getLast().screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }

    private static Path kept(ExtensionContext test, int window, String ending) {
        String name = test.getRequiredTestClass().getSimpleName() + "-"
                + test.getRequiredTestMethod().getName();
        return Tree.scratch().resolve("traces").resolve(name + "-" + window + ending);
    }
}
