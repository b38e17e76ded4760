package org.patchbay.calls.machine;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.patchbay.calls.machine.CallEvent.Accept;
import org.patchbay.calls.machine.CallEvent.AgentCame;
import org.patchbay.calls.machine.CallEvent.AgentsChanged;
import org.patchbay.calls.machine.CallEvent.Beginning;
import org.patchbay.calls.machine.CallEvent.CallerCame;
import org.patchbay.calls.machine.CallEvent.Candidates;
import org.patchbay.calls.machine.CallEvent.Decline;
import org.patchbay.calls.machine.CallEvent.HangUp;
import org.patchbay.calls.machine.CallEvent.Incoming;
import org.patchbay.calls.machine.CallEvent.Placed;

/// A [Twin] with people in it, who take calls, let them ring, change their minds and close their tabs.
final class Town extends Twin {

    private int tabs;

    Town(Beginning beginning, Weather weather, long seed) {
        super(beginning, weather, seed);
        last.acts().forEach(this::perform);
        switch (beginning) {
            case Incoming _ -> aCallerWaits();
            case Placed placed when placed.agentLegId() == null -> aTabOpens(placed.memberId(), 0, 34_000);
            default -> {}
        }
        if (chance.nextInt(4) == 0) {
            theirs(chance.nextInt(90_000), () -> tell(new HangUp(Cast.ANN)));
        }
        theirs(600_000, this::everybodyGoesHome);
        theirs(120_000, this::reconcile);
    }

    private void aCallerWaits() {
        Line line = newLine(Cast.CALLER, LegKind.CUSTOMER, Cast.CUSTOMER_LEG);
        line.status = LegStatus.IN_PROGRESS;
        follow(line, last);
        theirs(2000 + chance.nextInt(150_000), () -> {
            if (!spoken) {
                over(line, LegStatus.COMPLETED);
            }
        });
        theirs(chance.nextInt(10_000), () -> tell(new CallerCame(Cast.CALLER)));
        theirs(chance.nextInt(70_000), () -> tell(new AgentsChanged(candidates())));
    }

    private Candidates candidates() {
        return switch (chance.nextInt(4)) {
            case 0 -> Candidates.NOBODY;
            case 1 -> new Candidates(Set.of(Cast.ANN), Set.of(Cast.BOB));
            case 2 -> Cast.free(Cast.ANN, Cast.BOB, Cast.CLEO);
            default -> Cast.busy(Cast.CLEO);
        };
    }

    @Override
    void ringsOn(UUID memberId) {
        int mood = chance.nextInt(4);
        if (mood == 0) {
            theirs(500 + chance.nextInt(9000), () -> tell(new Decline(memberId, candidates())));
        } else if (mood < 3) {
            theirs(500 + chance.nextInt(20_000), () -> takes(memberId));
        }
    }

    private void takes(UUID memberId) {
        Reply reply = tell(new Accept(memberId, "Somebody")).reply().orElseThrow();
        if (reply instanceof Reply.Yours yours) {
            aTabOpens(memberId, yours.epoch(), 14_000);
        }
    }

    private void aTabOpens(UUID memberId, int epoch, int within) {
        int number = tabs++;
        if (chance.nextInt(10) != 0) {
            theirs(200 + chance.nextInt(within), () -> comes(memberId, epoch, number));
        }
        if (chance.nextInt(8) == 0) {
            aTabOpens(memberId, epoch, within);
        }
    }

    private void comes(UUID memberId, int epoch, int number) {
        Line line = newLine("CA-tab-" + number, LegKind.AGENT, new UUID(4, number));
        line.status = LegStatus.IN_PROGRESS;
        follow(line, tell(new AgentCame(line.sid, line.legId, memberId, "client:x", epoch)));
        if (chance.nextInt(5) == 0) {
            theirs(chance.nextInt(30_000), () -> over(line, LegStatus.COMPLETED));
        }
    }

    private void everybodyGoesHome() {
        List.copyOf(lines.values()).forEach(line -> over(line, LegStatus.COMPLETED));
    }

    /// What a job does from time to time: every leg that we believe alive is looked up.
    private void reconcile() {
        for (Leg leg : last.after().legs()) {
            if (leg.sid() != null && !leg.isOver()) {
                tell(report(lineOf(leg.sid())));
            }
        }
        if (clock.now().isBefore(Cast.NINE.plusSeconds(3600))) {
            theirs(120_000, this::reconcile);
        }
    }
}
