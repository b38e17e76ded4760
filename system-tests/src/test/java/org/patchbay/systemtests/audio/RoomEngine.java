package org.patchbay.systemtests.audio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.media.LegListener;
import org.patchbay.simulator.media.MediaLeg;
import org.patchbay.simulator.media.MediaServer;
import org.patchbay.simulator.media.mix.Room;
import org.patchbay.simulator.signal.AccessGrant;
import org.patchbay.simulator.signal.CallEngine;
import org.patchbay.simulator.signal.ClientAddress;
import org.patchbay.simulator.signal.IncomingCall;
import org.patchbay.simulator.signal.VoiceGateway;

/// The smallest call engine: every call goes into one room, and what happens is written down.
final class RoomEngine implements CallEngine {
    private final MediaServer media;
    private final Room room;
    private final Map<String, MediaLeg> legs = new ConcurrentHashMap<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile @Nullable VoiceGateway gateway;

    RoomEngine(MediaServer media) {
        this.media = media;
        this.room = media.room();
    }

    void tellTo(VoiceGateway newGateway) {
        gateway = newGateway;
    }

    Room room() {
        return room;
    }

    List<String> notes() {
        return notes;
    }

    /// Calls a browser.
    ///
    /// @return the CallSid
    String call(String identity, Map<String, String> customParameters) {
        String callSid = newCallSid();
        ClientAddress client = new ClientAddress(SdkExchange.ACCOUNT, identity);
        gateway()
                .invite(
                        new IncomingCall(callSid, client, "+15550001", "client:" + identity, customParameters),
                        () -> new Offered(media.offer()));
        return callSid;
    }

    @Override
    public String dial(AccessGrant caller, String sdpOffer, Map<String, String> params) {
        String callSid = newCallSid();
        MediaLeg leg = media.answer(sdpOffer);
        enter(callSid, leg);
        notes.add("dial " + caller.client().identity() + " " + params);
        Thread.ofVirtual().start(() -> {
            gateway().ringing(callSid, Optional.empty());
            gateway().answered(callSid, Optional.of(leg.localDescription()));
        });
        return callSid;
    }

    @Override
    public void accepted(String callSid, OfferedLeg leg) {
        enter(callSid, ((Offered) leg).leg());
        notes.add("accepted " + callSid);
    }

    @Override
    public void rejected(String callSid) {
        notes.add("rejected " + callSid);
    }

    @Override
    public void hungUp(String callSid) {
        notes.add("hungUp " + callSid);
        MediaLeg leg = legs.remove(callSid);
        if (leg != null) {
            leg.close();
        }
    }

    @Override
    public void digits(String callSid, String digits) {
        notes.add("socket digits " + digits);
    }

    @Override
    public String restartIce(String callSid, String sdpOffer) {
        MediaLeg leg = legs.get(callSid);
        if (leg == null) {
            throw new IllegalArgumentException("there is no such call");
        }
        notes.add("restartIce " + callSid);
        return leg.restart(sdpOffer);
    }

    @Override
    public void message(String callSid, String content, String contentType) {
        notes.add("message " + content);
    }

    private VoiceGateway gateway() {
        VoiceGateway known = gateway;
        if (known == null) {
            throw new IllegalStateException("the gateway is not there yet");
        }
        return known;
    }

    private String newCallSid() {
        return "CA%032x".formatted(calls.incrementAndGet());
    }

    private void enter(String callSid, MediaLeg leg) {
        legs.put(callSid, leg);
        room.join(leg.channel());
        leg.listen(new LegListener() {
            @Override
            public void digit(char key) {
                notes.add("digit " + key);
            }
        });
    }

    /// Media offered to one browser.
    private record Offered(MediaLeg leg) implements OfferedLeg {
        @Override
        public String offer() {
            return leg.localDescription();
        }

        @Override
        public void accept(String sdpAnswer) {
            leg.accept(sdpAnswer);
        }

        @Override
        public void withdraw() {
            leg.close();
        }
    }
}
