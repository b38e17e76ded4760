package org.patchbay.calls.acting;

import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.patchbay.calls.acting.Lines.Line;
import org.patchbay.calls.ingest.DedupeKey;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.machine.CallEvent.LegGone;
import org.patchbay.twilio.CallSeen;
import org.springframework.stereotype.Component;

/// Phones that a call went on to, and of which nobody has heard: Twilio rings them by itself, and what it said of them
/// was lost. It knows them as the children of the customer's call.
@Component
class UnheardPhones {

    private final TwilioLines twilio;
    private final Lines lines;
    private final Moving moving;
    private final Findings findings;
    private final Clock clock;

    UnheardPhones(TwilioLines twilio, Lines lines, Moving moving, Findings findings, Clock clock) {
        this.twilio = twilio;
        this.lines = lines;
        this.moving = moving;
        this.findings = findings;
        this.clock = clock;
    }

    void look(Line line) {
        if (!line.isUnheardPhone() || line.customerSid() == null) {
            return;
        }
        Optional<CallSeen> child = twilio.calls().children(line.customerSid()).stream()
                .filter(seen -> seen.to().equals(line.address()))
                .filter(seen -> !lines.isKnown(seen.sid()))
                .max(Comparator.comparing(Ringing::made));
        if (child.isPresent()) {
            moving.tell(line, child.get(), Source.RECONCILIATION);
        } else if (line.isSettled(clock.instant())) {
            neverRang(line);
        }
    }

    private void neverRang(Line line) {
        findings.tell(
                Source.RECONCILIATION,
                line.callId(),
                line.legId(),
                DedupeKey.of("never-rang", line.legId().toString()),
                "leg.seen",
                new LegGone(line.legId()),
                Map.of("request", "calls.list", "status", "unknown"));
    }
}
