package org.patchbay.simulator.calls;

import java.time.Duration;
import java.util.function.Consumer;
import org.patchbay.simulator.calls.Call.CallIdentity;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.rest.Sids;
import org.patchbay.simulator.sound.Prompt;

/// Calls that the REST API begins.
public final class OutboundCalls {

    private final Telephony telephony;
    private final Legs legs;
    private final Directory directory;
    private final Pace pace;

    public OutboundCalls(Telephony telephony, Directory directory, Pace pace) {
        this.telephony = telephony;
        this.legs = new Legs(telephony);
        this.directory = directory;
        this.pace = pace;
    }

    /// Puts the call into the account's queue and answers at once.
    ///
    /// @param program what happens once it is answered
    /// @param prepare sees the leg before anything happens to it
    /// @throws org.patchbay.simulator.rest.RestError 400/22005 when the queue is too long
    public Call place(String accountSid, CallRequest request, Program program, Consumer<Leg> prepare) {
        var now = telephony.clock().now();
        var wait = pace.takeTurn(accountSid, now);
        var identity = new CallIdentity(
                Sids.mint("CA"),
                accountSid,
                null,
                request.from(),
                request.to(),
                Direction.OUTBOUND_API,
                request.phoneNumberSid(),
                request.applicationSid(),
                Params.NONE,
                now);
        return telephony.boards().of(accountSid).mailbox().ask(() -> {
            var farEnd = directory.find(accountSid, request.from(), request.to());
            Leg leg = legs.create(identity, farEnd, request.callbacks());
            Call queued = leg.call();
            prepare(leg, prepare);
            leg.watch(onAnswer(request, program));
            // Even without a wait: the client shall have its answer before the first callback.
            telephony.after(leg.board(), wait, () -> dial(leg, request, wait));
            return queued;
        });
    }

    /// A call that is refused while it is prepared never was.
    private void prepare(Leg leg, Consumer<Leg> prepare) {
        try {
            prepare.accept(leg);
        } catch (RuntimeException e) {
            leg.report(CallbackPlan.NONE);
            leg.end(HangUp.CANCELED);
            telephony.calls().remove(leg.call().sid());
            throw e;
        }
    }

    private void dial(Leg leg, CallRequest request, Duration waited) {
        if (leg.isOver()) {
            return;
        }
        leg.queuedFor(waited);
        legs.dial(leg, request.timeout(), request.parameters());
    }

    private LegWatcher onAnswer(CallRequest request, Program program) {
        return new LegWatcher() {
            @Override
            public void answered(Leg leg) {
                leg.endAfter(request.timeLimit());
                var detection = request.machineDetection();
                if (!request.sendDigits().isEmpty()) {
                    leg.play(new Prompt.Keys(request.sendDigits()), () -> begin(leg, program, Params.NONE));
                } else if (detection != null) {
                    detection.detect(leg, params -> begin(leg, program, params));
                } else {
                    begin(leg, program, Params.NONE);
                }
            }
        };
    }

    private static void begin(Leg leg, Program program, Params more) {
        if (!leg.isOver()) {
            program.begin(leg, more);
        }
    }
}
