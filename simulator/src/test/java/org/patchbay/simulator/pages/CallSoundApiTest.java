package org.patchbay.simulator.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.simulator.pages.PageClient.phone;

import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.kit.Customer;
import org.patchbay.simulator.kit.Sdk;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.media.Caller;
import org.patchbay.simulator.media.MediaConfig;
import org.patchbay.simulator.rest.Json;

class CallSoundApiTest {

    private static final String PHONE = phone(Stage.CALLEE);
    private static final long PATIENCE = 20;

    private static String offer(Caller caller) {
        return Json.object().put("offer", caller.peer().offer()).toString();
    }

    @Test
    void aPageGivesItsPhoneMicrophoneAndSpeakerUntilTheCallIsOver() throws Exception {
        var options = SimulatorOptions.defaults().media(MediaConfig.loopback(0));
        try (var simulator = TwilioSimulator.start(options);
                Customer customer = new Customer(simulator.account().authToken());
                Caller caller = Caller.saying(400)) {
            var page = new PageClient(simulator.url());
            assertThat(page.get("/simulator/phones").get("sound").booleanValue())
                    .isTrue();
            page.post("/simulator/phones", "{\"number\":\"" + Stage.CALLEE + "\"}");
            customer.answers("/voice", "<Pause length=\"60\"/>");
            IncomingPhoneNumber.creator(new PhoneNumber(Stage.NUMBER))
                    .setVoiceUrl(URI.create(customer.url("/voice")))
                    .create(Sdk.of(simulator));
            String sound = PHONE + "/calls/"
                    + page.post(PHONE + "/calls", "{\"to\":\"" + Stage.NUMBER + "\"}")
                            .get("id")
                    + "/sound";

            assertThat(page.send("POST", sound, "{\"offer\":\"v=0\"}").statusCode())
                    .isEqualTo(400);
            assertThat(page.send("POST", sound, "{}").statusCode()).isEqualTo(400);
            caller.peer().accept(page.post(sound, offer(caller)).get("answer").stringValue());
            caller.peer().connected().get(PATIENCE, TimeUnit.SECONDS);
            page.post(PHONE + "/calls/1/hangup", "");
            caller.peer().ended().get(PATIENCE, TimeUnit.SECONDS);
        }
    }

    @Test
    void whereThereIsNoSoundThePageIsToldWhy() throws Exception {
        try (var stage = new Stage();
                Caller caller = Caller.saying(400)) {
            stage.voice("<Pause length=\"60\"/>");
            var page = new PageClient(stage.simulator.url());
            assertThat(page.get("/simulator/phones").get("sound").booleanValue())
                    .isFalse();
            page.post("/simulator/phones", "{\"number\":\"" + Stage.CALLEE + "\"}");
            var call = page.post(PHONE + "/calls", "{\"to\":\"" + Stage.NUMBER + "\"}");
            var answer = page.send("POST", PHONE + "/calls/" + call.get("id") + "/sound", offer(caller));
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("--no-media");
            assertThat(page.send("POST", PHONE + "/calls/99/sound", offer(caller))
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
