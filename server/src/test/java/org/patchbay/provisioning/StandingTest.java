package org.patchbay.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.patchbay.numbers.Connection;
import org.patchbay.numbers.HeldNumber;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;

class StandingTest {

    private static final Optional<UUID> NOBODY = Optional.empty();
    private static final UUID OTHER = UUID.fromString("01a1fd00-0000-7000-8000-000000000002");

    @Provide
    Arbitrary<Wiring> wirings() {
        return Wirings.any();
    }

    @Property
    void aTrunkOrAnotherAppIsNeverTakenUnasked(@ForAll("wirings") Wiring wiring) {
        Standing standing = of(wiring, known(false, Connection.WAITING), NOBODY, false);

        boolean anothers =
                wiring.trunkSid() != null || wiring.voiceApplicationSid() != null || wiring.smsApplicationSid() != null;
        assertThat(standing instanceof Standing.AnotherTool).isEqualTo(anothers);
        assertThat(of(wiring, known(false, Connection.ASKS), NOBODY, true)).isInstanceOf(Standing.Free.class);
    }

    @Property
    void whatIsOursAndWasChangedIsDriftWhoeverChangedIt(@ForAll("wirings") Wiring wiring) {
        assertThat(of(wiring, known(true, Connection.CONNECTED), NOBODY, false)).isInstanceOf(Standing.Drifted.class);
    }

    @Property
    void aNumberOfAnotherWorkspaceIsItsUntilSomebodySaysOtherwise(@ForAll("wirings") Wiring wiring) {
        assertThat(of(wiring, known(false, Connection.WAITING), Optional.of(OTHER), false))
                .isEqualTo(new Standing.AnotherWorkspace(OTHER));
        assertThat(of(wiring, known(false, Connection.ELSEWHERE), Optional.of(OTHER), true))
                .isInstanceOf(Standing.Free.class);
    }

    @Property
    void whatAnAdminHasLeftAloneIsLeftAlone(@ForAll("wirings") Wiring wiring) {
        assertThat(of(wiring, known(false, Connection.LEFT), NOBODY, false)).isInstanceOf(Standing.LeftAlone.class);
    }

    @Test
    void aNumberThatAsksUsIsConnectedEvenIfNobodyHasNotedIt() {
        Wiring ours = Wirings.DESIRED.wiring(Wirings.number(true, true, GiveBack.NOTHING));

        assertThat(of(ours, known(false, Connection.WAITING), NOBODY, false)).isInstanceOf(Standing.Connected.class);
    }

    private static Standing of(Wiring wiring, HeldNumber known, Optional<UUID> elsewhere, boolean takeOver) {
        TwilioNumber number = Wirings.number(true, true, wiring);
        return Standing.of(Wirings.DESIRED, number, known, elsewhere, takeOver);
    }

    private static HeldNumber known(boolean held, Connection connection) {
        return new HeldNumber(
                UUID.randomUUID(), "PN1", "+14155550100", held, connection, Optional.empty(), Optional.empty());
    }
}
