package org.patchbay.simulator.pages;

import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.http.Router;
import org.patchbay.simulator.media.MediaLeg;
import org.patchbay.simulator.media.MediaServer;
import org.patchbay.simulator.media.sdp.SdpException;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.rest.Json;

/// `/simulator/phones/{number}/calls/{id}/sound`: a page gives a phone its microphone and speaker. The
/// offer and answer of WebRTC (RFC 8829), in JSON; the sound itself takes its own way.
final class CallSoundApi {

    private final PagesWorld world;

    CallSoundApi(PagesWorld world) {
        this.world = world;
    }

    void register(Router api) {
        api.post("/simulator/phones/{number}/calls/{id}/sound", this::connect);
    }

    private Answer connect(Request request) {
        PhoneCall call = PhonesApi.call(
                world.handsets()
                        .find(request.variable("number"))
                        .orElseThrow(() -> PhonesApi.noPhone(request))
                        .phone(),
                request);
        String offer = JsonBody.of(request).required("offer");
        MediaServer media = world.media()
                .orElseThrow(
                        () -> Refusal.conflict(
                                "This simulator has no sound: it was started with --no-media, or with a clock that is turned."));
        MediaLeg leg = answered(media, offer);
        if (!call.listen(leg)) {
            throw Refusal.conflict("The call is over.");
        }
        return Json.answer(201, Json.object().put("answer", leg.localDescription()));
    }

    private static MediaLeg answered(MediaServer media, String offer) {
        try {
            return media.answer(offer);
        } catch (SdpException unusable) {
            throw Refusal.badRequest("The offer cannot be used: " + unusable.getMessage() + ".");
        }
    }
}
