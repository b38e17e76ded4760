package org.patchbay.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.Wiring;

class GiveBackTest {

    private static final Hook NEWER = Wirings.hook("https://newer.example/hook");

    private static final GiveBack.Ours OURS = new GiveBack.Ours(Wirings.WORKSPACE, Set.of(Wirings.OUR_APP));

    @Provide
    Arbitrary<Wiring> wirings() {
        return Wirings.any();
    }

    @Property
    void whoeverTakesANumberAndGivesItBackHasChangedNothing(@ForAll("wirings") Wiring before) {
        Wiring ours = ours(before);

        assertThat(GiveBack.of(ours, OURS, before)).isEqualTo(before);
    }

    @Property
    void whatSomebodyChangedSinceStaysAndTheRestIsGivenBack(@ForAll("wirings") Wiring before) {
        Wiring ours = ours(before);
        Wiring texts = new Wiring(
                ours.trunkSid(),
                ours.voiceApplicationSid(),
                ours.voice(),
                ours.voiceFallback(),
                null,
                NEWER,
                NEWER,
                ours.statusCallback());

        Wiring after = GiveBack.of(texts, OURS, before);

        assertThat(after.sms()).isEqualTo(NEWER);
        assertThat(after.smsApplicationSid()).isNull();
        assertThat(after.trunkSid()).isEqualTo(before.trunkSid());
        assertThat(after.voiceApplicationSid()).isEqualTo(before.voiceApplicationSid());
        assertThat(after.statusCallback()).isEqualTo(before.statusCallback());
    }

    @Property
    void aNumberThatSomebodyGaveAnotherAppKeepsIt(@ForAll("wirings") Wiring before) {
        Wiring ours = ours(before);
        Wiring newer = new Wiring(
                null,
                "APnewer",
                ours.voice(),
                ours.voiceFallback(),
                ours.smsApplicationSid(),
                ours.sms(),
                ours.smsFallback(),
                ours.statusCallback());

        Wiring after = GiveBack.of(newer, OURS, before);

        assertThat(after.voiceApplicationSid()).isEqualTo("APnewer");
        assertThat(after.trunkSid()).isNull();
        assertThat(after.sms()).isEqualTo(before.sms());
    }

    @Test
    void ofANumberOfWhichNothingIsKnownNothingOfOursStays() {
        Wiring ours = ours(GiveBack.NOTHING);

        assertThat(GiveBack.of(ours, OURS, GiveBack.NOTHING)).isEqualTo(GiveBack.NOTHING);
    }

    @Property
    void whatIsNotOursIsNotTouched(@ForAll("wirings") Wiring theirs, @ForAll("wirings") Wiring before) {
        assertThat(GiveBack.of(theirs, OURS, before)).isEqualTo(theirs);
    }

    private static Wiring ours(Wiring before) {
        return Wirings.DESIRED.wiring(Wirings.number(true, true, before));
    }
}
