package org.patchbay.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.NewKey;
import com.twilio.rest.messaging.v1.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.kit.Sdk;

class StateTest {

    @TempDir
    Path folder;

    private SimulatorOptions kept() {
        return SimulatorOptions.defaults().withDemoNumbers().state(folder.resolve("data/simulator.json"));
    }

    @Test
    void aSecondStartFindsTheSameAccountsNumbersAndSids() {
        String account;
        String token;
        String numberSid;
        String keySid;
        String applicationSid;
        String serviceSid;
        try (var first = TwilioSimulator.start(kept())) {
            var sdk = Sdk.of(first);
            account = first.account().sid();
            token = first.account().authToken();
            var number = IncomingPhoneNumber.reader().read(sdk).iterator().next();
            numberSid = number.getSid();
            var application = Application.creator()
                    .setFriendlyName("desk")
                    .setVoiceUrl(URI.create("https://example.com/voice"))
                    .create(sdk);
            applicationSid = application.getSid();
            IncomingPhoneNumber.updater(numberSid)
                    .setVoiceApplicationSid(applicationSid)
                    .setSmsUrl(URI.create("https://example.com/sms"))
                    .update(sdk);
            keySid = NewKey.creator(account).create(sdk).getSid();
            serviceSid = Service.creator("Reminders").create(sdk).getSid();
        }
        try (var second = TwilioSimulator.start(kept())) {
            assertThat(second.accounts()).hasSize(1);
            assertThat(second.account().sid()).isEqualTo(account);
            assertThat(second.account().authToken()).isEqualTo(token);
            var sdk = Sdk.of(second);
            assertThat(IncomingPhoneNumber.reader().read(sdk)).hasSize(3);
            var number = IncomingPhoneNumber.fetcher(numberSid).fetch(sdk);
            assertThat(number.getVoiceApplicationSid()).isEqualTo(applicationSid);
            assertThat(number.getSmsUrl()).isEqualTo(URI.create("https://example.com/sms"));
            assertThat(Application.fetcher(applicationSid).fetch(sdk).getVoiceUrl())
                    .isEqualTo(URI.create("https://example.com/voice"));
            assertThat(com.twilio.rest.api.v2010.account.Key.fetcher(keySid)
                            .fetch(sdk)
                            .getSid())
                    .isEqualTo(keySid);
            assertThat(Service.fetcher(serviceSid).fetch(sdk).getFriendlyName()).isEqualTo("Reminders");
        }
    }

    @Test
    void theFileIsWrittenBeforeAChangeIsAnswered() throws IOException {
        try (var simulator = TwilioSimulator.start(kept())) {
            var bought = IncomingPhoneNumber.creator(new com.twilio.type.PhoneNumber("+12125550177"))
                    .create(Sdk.of(simulator));
            assertThat(Files.readString(folder.resolve("data/simulator.json"))).contains(bought.getSid());
            var rotated = simulator.rotateToken(simulator.account().sid());
            assertThat(Files.readString(folder.resolve("data/simulator.json"))).contains(rotated.authToken());
        }
    }

    @Test
    void onlyItsOwnerMayReadTheFile() throws IOException {
        TwilioSimulator.start(kept()).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/simulator.json"))))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("data/simulator.json.new")).doesNotExist();
    }

    @Test
    void aFileThatIsNoneOfOursIsRefusedAndLeftAlone() throws IOException {
        var file = folder.resolve("simulator.json");
        for (String content : new String[] {"", "{", "[]", "{\"version\":1}", "{\"version\":2,\"accounts\":[]}"}) {
            Files.writeString(file, content);
            assertThatThrownBy(() ->
                            TwilioSimulator.start(SimulatorOptions.defaults().state(file)))
                    .as(content)
                    .isInstanceOf(BadState.class)
                    .hasMessageContaining(file.toString());
            assertThat(Files.readString(file)).isEqualTo(content);
        }
    }

    @Test
    void aLoadedFileIsCopiedAndNotChanged() throws IOException {
        TwilioSimulator.start(kept()).close();
        var saved = folder.resolve("data/simulator.json");
        String before = Files.readString(saved);
        var copy = folder.resolve("copy.json");
        try (var simulator =
                TwilioSimulator.start(SimulatorOptions.defaults().load(saved).state(copy))) {
            simulator.addNumber(simulator.account().sid(), "+12125550178");
            assertThat(before).contains(simulator.account().sid());
        }
        assertThat(Files.readString(saved)).isEqualTo(before);
        assertThat(Files.readString(copy)).contains("+12125550178");
    }

    @Test
    void theDemoAccountHasThreeNamedNumbers() {
        try (var simulator = TwilioSimulator.start(SimulatorOptions.defaults().withDemoNumbers())) {
            assertThat(IncomingPhoneNumber.reader().read(Sdk.of(simulator)))
                    .extracting(number -> number.getPhoneNumber() + " " + number.getFriendlyName())
                    .containsExactlyInAnyOrder("+14155550100 Support", "+14155550104 Sales", "+14155550108 Front desk");
        }
    }
}
