package org.patchbay.simulator.browsers;

import java.util.Optional;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.calls.Line;
import org.patchbay.simulator.media.MediaLeg;
import org.patchbay.simulator.signal.SignalError;
import org.patchbay.simulator.signal.VoiceGateway;
import org.patchbay.simulator.sound.Jack;

/// A browser that calls. It hears its call from the first moment, so that a `<Dial answerOnBridge>` has a
/// ringing tone.
final class CallingBrowser extends BrowserParty {

    private final String callSid;
    private final MediaLeg media;
    private volatile boolean answered;

    CallingBrowser(VoiceGateway gateway, BrowserParties parties, String callSid, MediaLeg media) {
        super(gateway, parties);
        this.callSid = callSid;
        this.media = media;
    }

    @Override
    String callSid() {
        return callSid;
    }

    @Override
    public void sound(Jack jack) {
        jack.plug(media);
        speaksThrough(media);
        gateway().ringing(callSid, Optional.of(media.localDescription()));
    }

    @Override
    public void ring(Line line) {
        // It called; nobody rings it.
    }

    @Override
    public void answered() {
        answered = true;
        gateway().answered(callSid, Optional.empty());
    }

    /// In the numbers of SIP, as the SDK knows them.
    @Override
    Optional<SignalError> error(HangUp why) {
        if (answered) {
            return Optional.empty();
        }
        return switch (why) {
            case BUSY, DECLINED -> Optional.of(new SignalError(31486, "Busy here"));
            case UNREACHABLE -> Optional.of(new SignalError(31404, "Not found"));
            case FAILED -> Optional.of(new SignalError(31000, "The call could not be set up"));
            case NO_ANSWER -> Optional.of(new SignalError(31480, "Temporarily unavailable"));
            case NORMAL, CANCELED, ABANDONED -> Optional.empty();
        };
    }
}
