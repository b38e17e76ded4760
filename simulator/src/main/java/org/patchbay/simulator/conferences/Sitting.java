package org.patchbay.simulator.conferences;

import org.patchbay.simulator.calls.LegTask;

/// What a leg does that was put into a conference by REST: it sits there and has no TwiML to return to.
record Sitting(Conference conference, Participant participant) implements LegTask {

    @Override
    public void stop(boolean ended) {
        conference.leave(participant, !ended);
    }
}
