package org.patchbay.simulator.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.media.rtp.RtpHeader;

class SrtpTest {
    private static final MasterKey KEY = new MasterKey(new byte[16], new byte[14]);
    private static final int PLAIN = 32;

    private final SrtpSender sender = new SrtpSender(KEY);
    private final SrtpReceiver receiver = new SrtpReceiver(KEY);

    @Property(tries = 300)
    void whatIsProtectedCanBeOpened(@ForAll @Size(max = 200) byte[] payload, @ForAll @IntRange(max = 65535) int first) {
        SrtpSender freshSender = new SrtpSender(KEY);
        SrtpReceiver freshReceiver = new SrtpReceiver(KEY);
        for (int i = 0; i < 3; i++) {
            byte[] packet = Arrays.copyOf(new byte[0], 12 + payload.length + SrtpSender.RTP_OVERHEAD);
            new RtpHeader(0, false, (first + i) & 0xFFFF, 160 * i, 7, 0).write(packet);
            System.arraycopy(payload, 0, packet, 12, payload.length);
            int length = freshSender.protectRtp(packet, 12 + payload.length);

            assertThat(freshReceiver.unprotectRtp(packet, length)).isEqualTo(12 + payload.length);
            assertThat(Arrays.copyOfRange(packet, 12, 12 + payload.length)).isEqualTo(payload);
        }
    }

    @Test
    void theSequenceNumberMayComeRoundTwice() {
        for (int i = 40_000; i < 40_000 + 140_000; i++) {
            byte[] packet = protectedPacket(i & 0xFFFF);
            assertThat(receiver.unprotectRtp(packet, packet.length)).isEqualTo(PLAIN);
        }
    }

    @Test
    void packetsThatOvertakeEachOtherAroundTheTurnAreOpened() {
        byte[][] packets = {protectedPacket(65534), protectedPacket(65535), protectedPacket(0), protectedPacket(1)};
        for (int i : new int[] {0, 2, 1, 3}) {
            assertThat(receiver.unprotectRtp(packets[i], packets[i].length)).isEqualTo(PLAIN);
        }
    }

    @Test
    void aPacketIsTakenOnlyOnce() {
        byte[] packet = protectedPacket(5);
        byte[] copy = packet.clone();

        assertThat(receiver.unprotectRtp(packet, packet.length)).isEqualTo(PLAIN);
        assertThat(receiver.unprotectRtp(copy, copy.length)).isEqualTo(SrtpReceiver.REFUSED);
    }

    @Test
    void aPacketOlderThanTheWindowIsRefused() {
        byte[] old = protectedPacket(0);
        for (int i = 1; i <= ReplayWindow.SIZE; i++) {
            byte[] packet = protectedPacket(i);
            receiver.unprotectRtp(packet, packet.length);
        }
        assertThat(receiver.unprotectRtp(old, old.length)).isEqualTo(SrtpReceiver.REFUSED);
    }

    @Test
    void anyFlippedBitIsNoticedAndHarmsNothing() {
        byte[] packet = protectedPacket(9);
        for (int i = 0; i < packet.length * 8; i++) {
            byte[] damaged = packet.clone();
            damaged[i / 8] ^= (byte) (1 << (i % 8));
            assertThat(receiver.unprotectRtp(damaged, damaged.length)).isEqualTo(SrtpReceiver.REFUSED);
        }
        assertThat(receiver.unprotectRtp(packet, packet.length)).isEqualTo(PLAIN);
    }

    @Test
    void aControlPacketIsOpenedOnceAndOnlyWhole() {
        byte[] packet = new byte[28 + SrtpSender.RTCP_OVERHEAD];
        Arrays.fill(packet, 8, 28, (byte) 3);
        int length = sender.protectRtcp(packet, 28);
        byte[] copy = packet.clone();
        byte[] damaged = packet.clone();
        damaged[20] ^= 1;

        assertThat(receiver.unprotectRtcp(damaged, length)).isEqualTo(SrtpReceiver.REFUSED);
        assertThat(receiver.unprotectRtcp(packet, length)).isEqualTo(28);
        assertThat(packet[27]).isEqualTo((byte) 3);
        assertThat(receiver.unprotectRtcp(copy, length)).isEqualTo(SrtpReceiver.REFUSED);
    }

    @Test
    void aNewStreamOfTheSamePeerStartsAfresh() {
        byte[] first = protectedPacket(60_000);
        receiver.unprotectRtp(first, first.length);
        byte[] other = new byte[PLAIN + SrtpSender.RTP_OVERHEAD];
        new RtpHeader(0, false, 3, 0, 8, 0).write(other);
        int length = new SrtpSender(KEY).protectRtp(other, PLAIN);

        assertThat(receiver.unprotectRtp(other, length)).isEqualTo(PLAIN);
    }

    @Property(tries = 1000)
    void noiseIsRefused(@ForAll @Size(max = 100) byte[] noise) {
        SrtpReceiver fresh = new SrtpReceiver(KEY);
        assertThat(fresh.unprotectRtp(noise.clone(), noise.length)).isEqualTo(SrtpReceiver.REFUSED);
        assertThat(fresh.unprotectRtcp(noise.clone(), noise.length)).isEqualTo(SrtpReceiver.REFUSED);
    }

    private byte[] protectedPacket(int sequence) {
        byte[] packet = new byte[PLAIN + SrtpSender.RTP_OVERHEAD];
        new RtpHeader(0, false, sequence, 160 * sequence, 7, 0).write(packet);
        sender.protectRtp(packet, PLAIN);
        return packet;
    }
}
