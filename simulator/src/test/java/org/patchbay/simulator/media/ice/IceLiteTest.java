package org.patchbay.simulator.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IceLiteTest {
    private static final IceCredentials OLD = new IceCredentials("oldname1", "oldpasswordoldpassword12");
    private static final IceCredentials NEW = new IceCredentials("newname1", "newpasswordnewpassword12");
    private static final InetSocketAddress BROWSER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 50000);

    private final IceLite ice = new IceLite(OLD);

    @Test
    void anAuthenticCheckIsAnsweredWithTheAddressItCameFrom() {
        IceLite.Check check = ice.answer(check(OLD, false), BROWSER).orElseThrow();

        StunMessage reply =
                StunMessage.parse(check.reply(), check.reply().length).orElseThrow();
        assertThat(reply.authenticates(OLD.password())).isTrue();
        assertThat(reply.has(StunAttribute.XOR_MAPPED_ADDRESS)).isTrue();
        assertThat(check.nominated()).isFalse();
    }

    @Test
    void aCheckMayNominateItsPath() {
        assertThat(ice.answer(check(OLD, true), BROWSER).orElseThrow().nominated())
                .isTrue();
    }

    @Test
    void aStrangerGetsNoAnswer() {
        assertThat(ice.answer(check(new IceCredentials(OLD.ufrag(), "guessed"), false), BROWSER))
                .isEmpty();
        assertThat(ice.answer(check(NEW, false), BROWSER)).isEmpty();
        byte[] unsigned =
                StunWriter.bindingRequest(new byte[12]).username("oldname1:x").toBytes();
        assertThat(ice.answer(parse(unsigned), BROWSER)).isEmpty();
    }

    @Test
    void aResponseIsNotAnswered() {
        byte[] response = StunWriter.bindingSuccess(new byte[12])
                .username("oldname1:x")
                .sign(OLD.password())
                .toBytes();
        assertThat(ice.answer(parse(response), BROWSER)).isEmpty();
    }

    @Test
    void afterARestartTheOldCredentialsServeUntilTheNewOnesAreUsed() {
        assertThat(ice.restart(NEW)).isEmpty();
        assertThat(ice.answer(check(OLD, false), BROWSER)).isPresent();

        assertThat(ice.answer(check(NEW, true), BROWSER).orElseThrow().retired())
                .contains(OLD);
        assertThat(ice.answer(check(OLD, false), BROWSER)).isEmpty();
    }

    @Test
    void aSecondRestartRetiresTheFirstOfThree() {
        ice.restart(NEW);
        assertThat(ice.restart(new IceCredentials("third123", "third"))).contains(OLD);
        assertThat(ice.previous()).contains(NEW);
    }

    @Test
    void theNameBeforeTheColonIsOurs() {
        assertThat(IceLite.localUfrag(check(OLD, false))).contains("oldname1");
        assertThat(IceLite.localUfrag(
                        parse(StunWriter.bindingRequest(new byte[12]).toBytes())))
                .isEqualTo(Optional.empty());
    }

    private static StunMessage check(IceCredentials credentials, boolean nominate) {
        StunWriter request = StunWriter.bindingRequest(new byte[12]).username(credentials.ufrag() + ":browser");
        if (nominate) {
            request.attribute(StunAttribute.USE_CANDIDATE, new byte[0]);
        }
        return parse(request.sign(credentials.password()).fingerprint().toBytes());
    }

    private static StunMessage parse(byte[] bytes) {
        return StunMessage.parse(bytes, bytes.length).orElseThrow();
    }
}
