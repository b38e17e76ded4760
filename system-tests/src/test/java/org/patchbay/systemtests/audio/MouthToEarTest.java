package org.patchbay.systemtests.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.media.mix.Room;

/// Measures the delay between two browsers, everything included but the microphone and loudspeaker
/// themselves. The figure is printed; how long it may be is a matter for a quiet machine, not for a test.
@NeedsChromium
class MouthToEarTest {
    private static final int HEARD = 11;
    private static final int MADE_AT_MOST = 3 * HEARD;

    @Test
    void aBurstOfSoundIsHeardAfterItWasMade() throws Exception {
        try (Chromium chromium = Chromium.launch();
                Exchange exchange = new Exchange();
                BrowserContext browser = chromium.browser().newContext()) {
            Page page = browser.newPage();
            page.navigate(exchange.pageUrl() + "delay.html");
            page.evaluate("start()");
            page.waitForFunction(
                    "() => talker.connectionState === 'connected'" + " && listener.connectionState === 'connected'");
            Room room = exchange.media().room();
            room.join(exchange.leg("talker").channel());
            room.join(exchange.leg("listener").channel());

            List<Double> delays = new ArrayList<>();
            for (int made = 0; delays.size() < HEARD && made < MADE_AT_MOST; made++) {
                Object delay = page.evaluate("frequency => burst(frequency)", pitch(made));
                if (delay != null) {
                    delays.add(((Number) delay).doubleValue());
                }
            }
            assertThat(delays).hasSize(HEARD).allMatch(delay -> delay > 0);
            delays.sort(null);
            System.out.printf(
                    "Mouth to ear: median %.0f ms, longest %.0f ms%n", delays.get(HEARD / 2), delays.getLast());
        }
    }

    /// Hertz: far from that of the bursts before, for what is left of them may be heard late.
    private static int pitch(int made) {
        return 500 + 200 * (made % 6);
    }
}
