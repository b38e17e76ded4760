package org.patchbay.simulator.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.media.audio.AudioSource;
import org.patchbay.simulator.media.audio.Tone;
import org.patchbay.simulator.media.codec.Goertzel;
import org.patchbay.simulator.media.rtp.JitterBuffer;
import org.patchbay.simulator.media.rtp.KeySender;
import org.patchbay.simulator.media.rtp.NtpTime;
import org.patchbay.simulator.media.rtp.ReportBlock;
import org.patchbay.simulator.media.srtp.MasterKey;

/// What one end's output makes, the other end's input understands.
class RtpStreamTest {
    private static final MasterKey KEY = new MasterKey(new byte[16], new byte[14]);
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final long TICK = 20_000_000;

    private final KeySender keys = new KeySender();
    private final JitterBuffer jitterBuffer = new JitterBuffer();
    private final List<Character> pressed = new ArrayList<>();
    private final List<ReportBlock> reports = new ArrayList<>();
    private final RtpOutput output = new RtpOutput(KEY, 101, 4711, "test", keys, () -> NOW);
    private final RtpInput input = new RtpInput(KEY, 101, jitterBuffer, pressed::add, reports::addAll);
    private final short[] frame = new short[160];

    @Test
    void soundArrivesAsItWasSent() {
        AudioSource tone = Tone.of(1000, 8000).forever();
        short[] heard = new short[8000];
        for (int tick = 0; tick < 52; tick++) {
            tone.read(frame);
            send(tick, true);
            jitterBuffer.read(frame);
            if (tick >= 2) {
                System.arraycopy(frame, 0, heard, 160 * (tick - 2), 160);
            }
        }
        assertThat(Goertzel.amplitude(heard, 1000)).isCloseTo(8000, within(150.0));
        assertThat(jitterBuffer.counts()).isEqualTo(new JitterBuffer.Counts(0, 0, 0));
    }

    @Test
    void keysArriveInSpiteOfLoss() {
        keys.send("123");
        for (int tick = 0; tick < 100; tick++) {
            send(tick, tick % 4 == 3);
        }
        assertThat(pressed).containsExactly('1', '2', '3');
    }

    @Test
    void aReportTellsTheLossAndTheSendersTime() {
        for (int tick = 0; tick < 100; tick++) {
            send(tick, tick % 2 == 0);
        }
        output.report(Optional.empty(), (packet, length) -> input.receive(packet, length, 100 * TICK));

        ReportBlock block = input.report(150 * TICK).orElseThrow();
        assertThat(block.ssrc()).isEqualTo(4711);
        assertThat(block.lost()).isBetween(49, 50);
        assertThat(block.lastSenderReport()).isEqualTo(NtpTime.middle(NtpTime.of(NOW)));
        assertThat(block.delaySinceLastReport()).isEqualTo(65_536);
    }

    @Test
    void theFarEndsReportIsHandedOn() {
        ReportBlock block = new ReportBlock(9, 1, 2, 3, 4, 5, 6);
        output.report(Optional.of(block), (packet, length) -> input.receive(packet, length, 0));
        assertThat(reports).containsExactly(block);
    }

    @Test
    void beforeTheFirstPacketThereIsNothingToReport() {
        assertThat(input.report(0)).isEmpty();
    }

    private void send(int tick, boolean arrives) {
        output.send(frame, (packet, length) -> {
            if (arrives) {
                assertThat(input.receive(packet, length, tick * TICK)).isTrue();
            }
        });
    }
}
