package org.patchbay.database.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.patchbay.kernel.settings.DatabaseUrls;
import org.patchbay.testing.DatabasePart;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.TestCluster;
import org.patchbay.testing.TurnableClock;

class PartitionsTest {

    private final DatabaseUrls urls = TestCluster.scratch();
    private final TurnableClock clock = new TurnableClock();

    @Test
    void aServerThatWasOffForMonthsMakesItsPartitionsBeforeItServes() {
        clock.turn(Duration.ofDays(300));
        try (DatabasePart part = DatabasePart.start(urls, clock, List.of())) {
            assertThat(exists(part, outboxOf(monthOf(clock)))).isTrue();
        }
    }

    @Test
    void theDailyUpkeepMakesNewMonthsAndDropsThoseThatAreExpired() {
        try (DatabasePart part = DatabasePart.start(urls, clock, List.of())) {
            String expired = outboxOf(monthOf(clock));
            assertThat(exists(part, expired)).isTrue();
            clock.turn(Duration.ofDays(93));
            Eventually.until(
                    "the upkeep has been",
                    () -> exists(part, outboxOf(monthOf(clock).plusMonths(2))));
            Eventually.until("the old month is gone", () -> !exists(part, expired));
        }
    }

    private static YearMonth monthOf(TurnableClock clock) {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static String outboxOf(YearMonth month) {
        return String.format(Locale.ROOT, "outbox_%04d_%02d", month.getYear(), month.getMonthValue());
    }

    private static boolean exists(DatabasePart part, String table) {
        return part.count("select count(*) from pg_class where relname = '" + table + "'") == 1;
    }
}
