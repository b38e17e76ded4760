package org.patchbay.provisioning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.Problem;
import org.patchbay.numbers.HeldNumber;
import org.patchbay.numbers.NumberHoldings;
import org.patchbay.provisioning.Run.Leftover;
import org.patchbay.provisioning.Step.Count;
import org.patchbay.twilio.AccountNumbers;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.twilio.TwilioFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Gives every number of ours back what it had before us. What somebody has changed since stays.
@Component
class GiveNumbersBack implements RunStep {

    private static final Logger LOG = LoggerFactory.getLogger(GiveNumbersBack.class);

    private final NumberHoldings holdings;

    GiveNumbersBack(NumberHoldings holdings) {
        this.holdings = holdings;
    }

    @Override
    public StepName name() {
        return StepName.GIVE_BACK;
    }

    @Override
    public void perform(Work work) {
        List<HeldNumber> ours = holdings.active().stream()
                .filter(number -> number.held() || number.found().isPresent())
                .toList();
        work.progress().outOf(ours.size());
        if (ours.isEmpty()) {
            return;
        }
        LOG.info("Giving {} phone numbers back what they had", ours.size());
        try {
            AccountNumbers numbers = work.account().numbers();
            Map<String, TwilioNumber> now = numbers.list().stream()
                    .collect(Collectors.toMap(TwilioNumber::sid, Function.identity(), (one, again) -> again));
            NumberCrew.each(
                    ours, number -> giveBack(work, numbers, number, Optional.ofNullable(now.get(number.sid()))));
        } catch (TwilioFailure | Problem failure) {
            if (!LockedOut.by(failure)) {
                throw failure;
            }
            ours.forEach(number -> leave(work.progress(), number));
        }
    }

    private void giveBack(Work work, AccountNumbers numbers, HeldNumber number, Optional<TwilioNumber> atTwilio) {
        Progress progress = work.progress();
        progress.at(number.phoneNumber());
        if (atTwilio.isEmpty()) {
            progress.counted(Count.DONE);
            return;
        }
        Wiring now = atTwilio.get().wiring();
        GiveBack.Ours ours = GiveBack.Ours.of(Tenancy.workspaceId(), work.appSid(), number);
        Wiring before = GiveBack.of(now, ours, number.found().orElse(GiveBack.NOTHING));
        try {
            if (!before.equals(now)) {
                numbers.rewire(number.sid(), before);
            }
            progress.counted(Count.DONE);
        } catch (TwilioFailure failure) {
            if (LockedOut.by(failure) || !refused(failure)) {
                throw failure;
            }
            leave(progress, number);
        }
    }

    /// The app or trunk that it had is gone, for instance.
    private static boolean refused(TwilioFailure failure) {
        return switch (failure.kind()) {
            case REFUSED, NOT_FOUND, FORBIDDEN -> true;
            default -> false;
        };
    }

    private static void leave(Progress progress, HeldNumber number) {
        progress.left(new Leftover("number", number.phoneNumber()));
        progress.counted(Count.FAILED);
    }
}
