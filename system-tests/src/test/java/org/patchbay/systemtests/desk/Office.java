package org.patchbay.systemtests.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.calls.Ears;
import org.patchbay.systemtests.calls.Practice;
import org.patchbay.systemtests.product.CuttableLine;
import org.patchbay.systemtests.product.Processes;
import org.patchbay.systemtests.twilio.Eventually;
import org.patchbay.systemtests.twilio.Installation;

/// A team that takes calls at its desks, and somebody who calls it; every side says a tone of its own. All tests in
/// one JVM have one installation with sound, and each a workspace of its own.
record Office(Browsers browsers, Practice practice, Phone customer) {

    static final int SOFIES = 400;
    static final int BRUNOS = 700;
    static final int CUSTOMERS = 1_000;

    private static final class Holder {
        static final CuttableLine LINE;
        static final Installation INSTALLATION;

        static {
            try {
                int port = Processes.freePort();
                LINE = CuttableLine.to(port);
                INSTALLATION = Installation.forDesks(Map.of(
                        "PATCHBAY_DESK_PORT", Integer.toString(port),
                        "PATCHBAY_DESK_ORIGINS", LINE.address().toString()));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(INSTALLATION::close));
        }
    }

    static Office open(Browsers browsers) {
        Practice practice = Practice.open(Holder.INSTALLATION);
        return new Office(browsers, practice, practice.phone());
    }

    /// What desks that were told its address reach the server by.
    static CuttableLine line() {
        return Holder.LINE;
    }

    static URI desk() {
        return Holder.INSTALLATION.desk();
    }

    Seat sofie() {
        return seat("Sofie Lund", SOFIES);
    }

    /// @param hz what they say
    Seat seat(String name, int hz) {
        return Seat.signedIn(browsers, desk(), practice.colleague(name), hz);
    }

    /// The customer calls the team's number, once somebody would be rung: a desk shows what its member chose before the
    /// server has it.
    PhoneCall rings() {
        Eventually.is(true, practice::isSomebodyAvailable);
        return practice.calls(customer);
    }

    /// Waits until both are in the call and hear each other.
    ///
    /// @return the customer's
    Ears bothHear(Seat seat, PhoneCall call) {
        seat.talks();
        Ears ears = Ears.of(practice.installation(), call);
        hearEachOther(seat, ears, CUSTOMERS);
        return ears;
    }

    /// @param hz what the customer says from now on
    void hearEachOther(Seat seat, Ears ears, int hz) {
        ears.sounds(hz);
        seat.hears(hz);
        ears.awaits(seat.hz());
    }
}
