package org.patchbay.simulator.browsers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.FarEnd;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.calls.Line;
import org.patchbay.simulator.media.CloseReason;
import org.patchbay.simulator.media.LegListener;
import org.patchbay.simulator.media.MediaLeg;
import org.patchbay.simulator.signal.SignalError;
import org.patchbay.simulator.signal.VoiceGateway;
import org.patchbay.simulator.sound.Audible;

/// A browser as the far end of one leg. What the gateway says comes on its threads, what the leg says on
/// the mailbox; both only hand on.
abstract class BrowserParty implements FarEnd, Audible {

    private final VoiceGateway gateway;
    private final BrowserParties parties;
    private volatile @Nullable Line line;
    private volatile @Nullable MediaLeg media;

    BrowserParty(VoiceGateway gateway, BrowserParties parties) {
        this.gateway = gateway;
        this.parties = parties;
    }

    /// The SID of the call, once it has one.
    abstract String callSid();

    VoiceGateway gateway() {
        return gateway;
    }

    BrowserParties parties() {
        return parties;
    }

    void has(Line newLine) {
        line = newLine;
    }

    /// Keys that come with the sound are keys of the call; with the sound's end the call ends.
    void speaksThrough(MediaLeg leg) {
        media = leg;
        leg.listen(new LegListener() {
            @Override
            public void digit(char key) {
                press(String.valueOf(key));
            }

            @Override
            public void closed(CloseReason reason) {
                if (reason != CloseReason.LOCAL) {
                    hangUp();
                }
            }
        });
    }

    void press(String keys) {
        var open = line;
        if (open != null) {
            open.press(keys);
        }
    }

    void hangUp() {
        var open = line;
        if (open != null) {
            open.hangUp();
        }
    }

    void reject() {
        var open = line;
        if (open != null) {
            open.refuse(HangUp.DECLINED);
        }
    }

    void answer() {
        var open = line;
        if (open != null) {
            open.answer();
        }
    }

    /// @return the SDP answer
    /// @throws IllegalArgumentException when the offer cannot be used
    String restartIce(String sdpOffer) {
        var leg = media;
        if (leg == null) {
            throw new IllegalArgumentException("the call has no sound yet");
        }
        return leg.restart(sdpOffer);
    }

    @Override
    public void hungUp(HangUp why) {
        parties.remove(callSid());
        gateway.end(callSid(), error(why));
    }

    /// What the app is told besides that the call is over.
    Optional<SignalError> error(HangUp why) {
        return Optional.empty();
    }
}
