package org.patchbay.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.patchbay.numbers.NumberDifference;
import org.patchbay.twilio.AccountApps.AppSettings;
import org.patchbay.twilio.AccountApps.TwimlApp;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.twilio.Aspect;

class DriftTest {

    private static final DesiredSetup DESIRED = Wirings.DESIRED;

    @Provide
    Arbitrary<Wiring> wirings() {
        return Wirings.any();
    }

    @Property
    void aNumberThatIsWiredAsWantedDiffersInNothing(
            @ForAll("wirings") Wiring before, @ForAll boolean voice, @ForAll boolean sms) {
        TwilioNumber number = Wirings.number(voice, sms, before);
        TwilioNumber wired = Wirings.number(voice, sms, DESIRED.wiring(number));

        assertThat(Drift.ofNumber(DESIRED, wired)).isEmpty();
    }

    @Property
    void whatANumberCanNotDoIsLeftAsItIs(@ForAll("wirings") Wiring before) {
        Wiring deaf = DESIRED.wiring(Wirings.number(false, true, before));
        assertThat(deaf.voiceApplicationSid()).isEqualTo(before.voiceApplicationSid());
        assertThat(deaf.trunkSid()).isEqualTo(before.trunkSid());

        Wiring textless = DESIRED.wiring(Wirings.number(true, false, before));
        assertThat(textless.sms()).isEqualTo(before.sms());
        assertThat(textless.smsApplicationSid()).isEqualTo(before.smsApplicationSid());
    }

    @Test
    void ourAddressesFragmentsAreNoDifference() {
        TwilioNumber number = Wirings.number(true, true, GiveBack.NOTHING);
        Wiring wired = DESIRED.wiring(number);
        Hook withoutFragment = Wirings.hook(DesiredSetup.shown(wired.sms().url()));
        Wiring stripped = new Wiring(
                null,
                wired.voiceApplicationSid(),
                wired.voice(),
                wired.voiceFallback(),
                null,
                withoutFragment,
                withoutFragment,
                wired.statusCallback());

        assertThat(Drift.ofNumber(DESIRED, Wirings.number(true, true, stripped)))
                .isEmpty();
    }

    @Test
    void eachThingThatIsOtherwiseIsNamedWithWhatIsThereAndWhatShouldBe() {
        Wiring ours = DESIRED.wiring(Wirings.number(true, true, GiveBack.NOTHING));
        Hook theirs = new Hook(URI.create("https://theirs.example/sms"), true);
        Wiring other = new Wiring(
                "TK1",
                null,
                ours.voice(),
                ours.voiceFallback(),
                "AP9",
                theirs,
                theirs,
                new Hook(ours.statusCallback().url(), false));

        assertThat(Drift.ofNumber(DESIRED, Wirings.number(true, true, other)))
                .containsExactly(
                        new NumberDifference(Aspect.TRUNK, Wirings.OUR_APP, "TK1"),
                        new NumberDifference(Aspect.SMS_APP, null, "AP9"),
                        new NumberDifference(Aspect.STATUS_METHOD, "POST", "GET"));
    }

    @Test
    void anAppThatIsGoneOrTellsOtherAddressesDiffers() {
        AppSettings wanted = DESIRED.app();
        assertThat(Drift.ofApp(wanted, "AP1", Optional.empty()))
                .extracting(Difference::aspect)
                .containsExactly(Aspect.MISSING);
        AppSettings other = new AppSettings(
                wanted.name(), URI.create("https://other.example/voice"), null, wanted.statusCallback());
        assertThat(Drift.ofApp(wanted, "AP1", Optional.of(new TwimlApp("AP1", other, false))))
                .extracting(Difference::aspect)
                .isEqualTo(List.of(Aspect.VOICE_URL, Aspect.FALLBACK_URL, Aspect.METHOD));
        assertThat(Drift.ofApp(wanted, "AP1", Optional.of(new TwimlApp("AP1", wanted, true))))
                .isEmpty();
    }
}
