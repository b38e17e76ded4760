package org.patchbay.benchmarks.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.patchbay.benchmarks.calls.Agent;
import org.patchbay.benchmarks.calls.Options;
import org.patchbay.benchmarks.calls.Report;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;

/// A call rings on the desks of a team, each in a browser of its own; one of them answers, in turn. Two times are
/// taken inside the pages: from the socket's frame to the popup that it causes, and from the press on Answer at one
/// desk until the popup, with its buttons, is gone at each other desk.
///
/// What is painted counts from the beginning of the frame after the one that showed it, which is later than any
/// screen shows it by up to a frame.
///
/// `--rounds 30 --desks 3 --seconds 600` at the longest; the last line printed is one JSON object.
public final class PopupBenchmark {

    private static final double SHOWN_TARGET_MS = 100;
    private static final double GONE_TARGET_MS = 300;
    /// The server and the simulator share the processors with the desks, and compile themselves meanwhile.
    private static final int WARM_UP = 15;

    private static final int FEWEST_DESKS = 2;

    private final int rounds;
    private final int desks;
    private final int seconds;
    private final List<Double> shown = new ArrayList<>();
    private final List<Double> told = new ArrayList<>();
    private final List<Double> gone = new ArrayList<>();

    private PopupBenchmark(Options options) {
        this.rounds = options.number("--rounds", 30);
        this.desks = options.number("--desks", 3);
        this.seconds = options.number("--seconds", 600);
    }

    /// @throws IllegalArgumentException naming an option that is not understood
    public static void main(String[] words) throws Exception {
        Options options = new Options(words, Set.of("--rounds", "--desks", "--seconds"));
        if (options.number("--desks", FEWEST_DESKS) < FEWEST_DESKS) {
            throw new IllegalArgumentException("--desks takes whole numbers from " + FEWEST_DESKS);
        }
        int status = 1;
        try {
            Report report = new PopupBenchmark(options).run();
            // Last of all: whatever is closed may have something to say.
            report.print();
            status = 0;
        } catch (Exception failed) {
            Report.say("%s", failed);
        } finally {
            // A simulator that was started for nothing would keep this process; the server ends with it.
            System.exit(status);
        }
    }

    private Report run() throws Exception {
        try (Workplace workplace = Workplace.open();
                Chromium chromium = Chromium.start()) {
            List<Seat> seats = new ArrayList<>();
            for (Agent agent : workplace.stock().enlist(workplace.workspaceId(), desks)) {
                seats.add(Seat.taken(chromium, workplace.desk(), agent));
            }
            Report.say("%d desks take calls in Chromium %s", seats.size(), chromium.version());
            for (int round = 0; round < WARM_UP; round++) {
                round(workplace, seats, round);
            }
            List.of(shown, told, gone).forEach(List::clear);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            int done = 0;
            while (done < rounds && System.nanoTime() < end) {
                round(workplace, seats, done++);
            }
            return report(done, chromium.version(), workplace);
        }
    }

    private void round(Workplace workplace, List<Seat> seats, int round) throws Exception {
        seats.forEach(Seat::forget);
        PhoneCall call = workplace
                .simulator()
                .call(workplace.simulator().phone("+12125550100"), workplace.number(), Script.answers());
        for (Seat seat : seats) {
            double paintedAt = seat.at("shown");
            shown.add(paintedAt - seat.at("offered"));
        }
        Seat winner = seats.get(round % seats.size());
        winner.answers();
        double pressedAt = winner.at("pressed");
        for (Seat seat : seats) {
            if (seat != winner) {
                told.add(seat.at("claimed") - pressedAt);
                gone.add(seat.at("gone") - pressedAt);
            }
        }
        winner.at("spoken");
        call.hangUp();
        seats.forEach(seat -> seat.at("ended"));
        Report.say(
                "round %d: shown after %.0f ms, gone after %.0f ms",
                round + 1,
                new Figures(shown.subList(shown.size() - seats.size(), shown.size())).longest(),
                new Figures(gone.subList(gone.size() - seats.size() + 1, gone.size())).longest());
    }

    private Report report(int done, String chromium, Workplace workplace) throws Exception {
        Figures shown = new Figures(this.shown);
        Figures told = new Figures(this.told);
        Figures gone = new Figures(this.gone);
        return new Report("popup")
                .put("desks", desks)
                .put("rounds", done)
                .put("rounds_wanted", rounds)
                .figure("frame_to_painted_p50_ms", shown.median())
                .figure("frame_to_painted_p99_ms", shown.at(0.99))
                .figure("frame_to_painted_longest_ms", shown.longest())
                .put("frame_to_painted_target_ms", SHOWN_TARGET_MS)
                .figure("press_to_frame_p50_ms", told.median())
                .figure("press_to_gone_p50_ms", gone.median())
                .figure("press_to_gone_p99_ms", gone.at(0.99))
                .figure("press_to_gone_longest_ms", gone.longest())
                .put("press_to_gone_target_ms", GONE_TARGET_MS)
                .put("met", done > 0 && shown.longest() < SHOWN_TARGET_MS && gone.longest() < GONE_TARGET_MS)
                .put("chromium", chromium)
                .machine(workplace.stock().settings());
    }
}
