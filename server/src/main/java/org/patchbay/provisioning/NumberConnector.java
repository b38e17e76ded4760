package org.patchbay.provisioning;

import java.util.Optional;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.StoredProblem;
import org.patchbay.numbers.HeldNumber;
import org.patchbay.numbers.NumberHoldings;
import org.patchbay.provisioning.RunStep.Work;
import org.patchbay.provisioning.Step.Count;
import org.patchbay.twilio.AccountNumbers;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.TwilioProblems;
import org.springframework.stereotype.Component;

/// Points one number at us, if it may be.
@Component
class NumberConnector {

    private static final int TRIES = 3;

    private final NumberHoldings holdings;

    NumberConnector(NumberHoldings holdings) {
        this.holdings = holdings;
    }

    void connect(Work work, DesiredSetup desired, TwilioNumber number, HeldNumber known) {
        Progress progress = work.progress();
        if (progress.stopWanted()) {
            throw new RunStep.Stopped();
        }
        progress.at(number.phoneNumber());
        boolean takeOver = work.order().takes(known.id());
        Optional<UUID> elsewhere =
                holdings.holder(number.sid()).filter(holder -> !holder.equals(Tenancy.workspaceId()));
        switch (Standing.of(desired, number, known, elsewhere, takeOver)) {
            case Standing.Connected() -> adopt(progress, desired, number, known);
            case Standing.Drifted(var differences) -> rewire(work, desired, number, known);
            case Standing.Free() -> {
                elsewhere.ifPresent(other -> takeFrom(other, number));
                rewire(work, desired, number, known);
            }
            case Standing.AnotherTool(var heldBy) -> {
                holdings.asks(known.id(), heldBy);
                progress.counted(Count.ASKING);
            }
            case Standing.AnotherWorkspace(var other) -> elsewhere(progress, known);
            case Standing.LeftAlone() -> progress.counted(Count.DONE);
        }
    }

    /// It points at us already: a server that was killed right after saying so has not noted it.
    private void adopt(Progress progress, DesiredSetup desired, TwilioNumber number, HeldNumber known) {
        if (take(desired, number, known)) {
            holdings.connected(known.id(), number.wiring());
            progress.counted(Count.DONE);
        } else {
            elsewhere(progress, known);
        }
    }

    private void rewire(Work work, DesiredSetup desired, TwilioNumber number, HeldNumber known) {
        Progress progress = work.progress();
        if (!take(desired, number, known)) {
            elsewhere(progress, known);
            return;
        }
        try {
            TwilioNumber changed = repeated(work.account().numbers(), number.sid(), desired.wiring(number));
            holdings.connected(known.id(), changed.wiring());
            progress.counted(Count.DONE);
        } catch (TwilioFailure failure) {
            if (!isAboutTheNumber(failure)) {
                throw failure;
            }
            holdings.failed(known.id(), StoredProblem.of(TwilioProblems.of(failure)));
            progress.counted(Count.FAILED);
        }
    }

    /// What of its wiring is ours already is not what it had before us.
    private boolean take(DesiredSetup desired, TwilioNumber number, HeldNumber known) {
        Wiring before = GiveBack.of(
                number.wiring(), GiveBack.Ours.of(desired, known), known.found().orElse(GiveBack.NOTHING));
        return holdings.take(known.id(), before);
    }

    /// Unlike making something, setting a number twice is setting it once.
    private static TwilioNumber repeated(AccountNumbers numbers, String sid, Wiring wiring) {
        for (int tried = 1; ; tried++) {
            try {
                return numbers.rewire(sid, wiring);
            } catch (TwilioFailure failure) {
                if (tried == TRIES || !passes(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean passes(TwilioFailure failure) {
        return switch (failure.kind()) {
            case UNAVAILABLE, UNREACHABLE -> true;
            default -> false;
        };
    }

    private static boolean isAboutTheNumber(TwilioFailure failure) {
        return switch (failure.kind()) {
            case REFUSED, NOT_FOUND, FORBIDDEN -> true;
            default -> false;
        };
    }

    private void takeFrom(UUID other, TwilioNumber number) {
        Tenancy.asWorkspace(other, () -> {
            holdings.lost(number.sid());
            return true;
        });
    }

    private void elsewhere(Progress progress, HeldNumber known) {
        holdings.elsewhere(known.id());
        progress.counted(Count.ASKING);
    }
}
