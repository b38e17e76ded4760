package org.patchbay.simulator.browsers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.calls.Line;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.media.MediaLeg;
import org.patchbay.simulator.signal.CallEngine.OfferedLeg;
import org.patchbay.simulator.signal.ClientAddress;
import org.patchbay.simulator.signal.IncomingCall;
import org.patchbay.simulator.signal.VoiceGateway;
import org.patchbay.simulator.sound.Jack;

/// A registered client that is called, in as many browsers as it is registered in.
final class CalledBrowser extends BrowserParty {

    private final ClientAddress client;
    private final Supplier<MediaLeg> offers;
    private volatile String callSid = "";
    private volatile @Nullable Jack jack;

    /// @param offers makes media for one browser
    CalledBrowser(VoiceGateway gateway, BrowserParties parties, ClientAddress client, Supplier<MediaLeg> offers) {
        super(gateway, parties);
        this.client = client;
        this.offers = offers;
    }

    @Override
    String callSid() {
        return callSid;
    }

    @Override
    public void sound(Jack newJack) {
        jack = newJack;
    }

    @Override
    public void ring(Line line) {
        has(line);
        var call = line.call();
        callSid = call.sid();
        parties().put(this);
        var incoming = new IncomingCall(
                call.sid(),
                client,
                call.identity().from(),
                "client:" + client.identity(),
                parameters(line.parameters()));
        // Every browser may have gone since it was found that the client is registered.
        if (gateway().invite(incoming, () -> new Offered(offers.get())) == 0) {
            line.refuse(HangUp.NO_ANSWER);
        } else {
            line.ringing();
        }
    }

    private static Map<String, String> parameters(Params given) {
        var parameters = new LinkedHashMap<String, String>();
        given.all().forEach(param -> parameters.put(param.name(), param.value()));
        return parameters;
    }

    /// The first browser took the call.
    void accepted(OfferedLeg leg) {
        var place = jack;
        if (place != null && leg instanceof Offered(MediaLeg media)) {
            place.plug(media);
            speaksThrough(media);
            answer();
        }
    }

    /// Media offered to one browser.
    private record Offered(MediaLeg media) implements OfferedLeg {
        @Override
        public String offer() {
            return media.localDescription();
        }

        @Override
        public void accept(String sdpAnswer) {
            media.accept(sdpAnswer);
        }

        @Override
        public void withdraw() {
            media.close();
        }
    }
}
