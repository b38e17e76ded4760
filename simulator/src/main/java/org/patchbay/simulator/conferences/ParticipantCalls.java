package org.patchbay.simulator.conferences;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.patchbay.simulator.calls.Call;
import org.patchbay.simulator.calls.CallRequest;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.LegWatcher;
import org.patchbay.simulator.calls.OutboundCalls;
import org.patchbay.simulator.interpreter.VerbTable;
import org.patchbay.simulator.rest.RestError;

/// Calls somebody into a conference (`POST …/Participants.json`).
public final class ParticipantCalls {

    private final ConferenceHalls halls;
    private final OutboundCalls outbound;
    private final VerbTable verbs;

    public ParticipantCalls(ConferenceHalls halls, OutboundCalls outbound, VerbTable verbs) {
        this.halls = halls;
        this.outbound = outbound;
        this.verbs = verbs;
    }

    /// A participant whose call is on its way.
    public record Added(Conference conference, Participant participant, Call call) {}

    /// @param sidOrName a name is opened when there is no such conference; a SID must be live
    /// @param settings count when the conference is opened by this
    /// @throws RestError 404/20404 for a SID that is not live, 400/16025 for a label that is taken
    public Added add(
            String accountSid,
            String sidOrName,
            CallRequest request,
            Seat seat,
            ConferenceSettings settings,
            Consumer<Leg> prepare) {
        var added = new CompletableFuture<Added>();
        var call = outbound.place(accountSid, request, (leg, more) -> answered(added.join()), leg -> {
            var conference = room(accountSid, sidOrName, seat, settings);
            var participant = new Participant(leg, seat, verbs, () -> hangUp(leg));
            conference.expect(participant);
            leg.watch(unanswered(conference, participant));
            prepare.accept(leg);
            added.complete(new Added(conference, participant, leg.call()));
        });
        // The leg was prepared before the call was answered to us.
        var done = added.join();
        return new Added(done.conference(), done.participant(), call);
    }

    private Conference room(String accountSid, String sidOrName, Seat seat, ConferenceSettings settings) {
        var hall = halls.of(accountSid);
        boolean sid = sidOrName.matches("CF[0-9a-f]{32}");
        var conference = hall.find(sidOrName)
                .or(() -> sid ? Optional.empty() : Optional.of(hall.open(sidOrName, settings)))
                .orElseThrow(() -> RestError.notFound("/Conferences/" + sidOrName));
        String label = seat.label();
        if (label != null && conference.find(label).isPresent()) {
            throw RestError.badRequest(16025, "The label '" + label + "' is taken");
        }
        String coach = seat.callSidToCoach();
        if (seat.coaching() && (coach == null || conference.find(coach).isEmpty())) {
            throw RestError.badRequest(13240, "CallSidToCoach is not in the conference");
        }
        return conference;
    }

    private static void hangUp(Leg leg) {
        leg.end(leg.isAnswered() ? HangUp.NORMAL : HangUp.CANCELED);
    }

    private static void answered(Added added) {
        var leg = added.participant().leg();
        if (added.conference().details().status().equals("completed")) {
            hangUp(leg);
            return;
        }
        leg.begin(new Sitting(added.conference(), added.participant()));
        added.conference().join(added.participant());
    }

    private static LegWatcher unanswered(Conference conference, Participant participant) {
        return new LegWatcher() {
            @Override
            public void ended(Leg leg, HangUp why) {
                if (!participant.isIn()) {
                    conference.missed(participant);
                }
            }
        };
    }
}
