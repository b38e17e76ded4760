package org.patchbay.simulator.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RtcpTest {
    @Test
    void aReportIsReadBackAsWritten() {
        ReportBlock block = new ReportBlock(7, 64, -3, 70_000, 12, 0x11112222, 65_536);
        Rtcp.SenderReport report = new Rtcp.SenderReport(5, 0x1234567890L, 160, 3, 480, List.of(block));
        byte[] packet = new byte[Rtcp.MAX_LENGTH];

        int length = Rtcp.write(report, "patchbay", packet);

        assertThat(Rtcp.parse(packet, length)).containsExactly(report, new Rtcp.Other(Rtcp.SOURCE_DESCRIPTION));
        assertThat(length % 4).isZero();
    }

    @Test
    void theLayoutIsThatOfRfc3550() {
        Rtcp.SenderReport report = new Rtcp.SenderReport(0x01020304, 1, 2, 3, 4, List.of());
        byte[] packet = new byte[Rtcp.MAX_LENGTH];

        int length = Rtcp.write(report, "ab", packet);

        assertThat(HexFormat.of().formatHex(packet, 0, length))
                .isEqualTo("80c80006" + "01020304" + "0000000000000001" + "00000002" + "00000003" + "00000004"
                        + "81ca0003" + "01020304" + "01026162" + "00000000");
    }

    @Test
    void aReceiverReportAndAGoodbyeAreRead() {
        byte[] packet = HexFormat.of()
                .parseHex("81c90007" + "00000001" + "00000007" + "40000005" + "00010002" + "00000003" + "00000004"
                        + "00000005" + "81cb0001" + "00000001");

        assertThat(Rtcp.parse(packet, packet.length))
                .containsExactly(
                        new Rtcp.ReceiverReport(1, List.of(new ReportBlock(7, 64, 5, 65_538, 3, 4, 5))),
                        new Rtcp.Goodbye(1));
    }

    @Test
    void aReportThatClaimsMoreBlocksThanItHasIsSkipped() {
        byte[] packet = HexFormat.of().parseHex("9fc90001" + "00000001");
        assertThat(Rtcp.parse(packet, packet.length)).isEmpty();
    }

    @Property(tries = 2000)
    void noiseNeverFails(@ForAll @Size(max = 80) byte[] noise) {
        assertThat(Rtcp.parse(noise, noise.length)).isNotNull();
    }

    @Test
    void theRoundTripIsWhatIsLeftAfterTheFarEndsDelay() {
        // The example of RFC 3550 figure 2: 5.25 s at the far end, 6.125 s to and fro.
        ReportBlock block = new ReportBlock(0, 0, 0, 0, 0, 0xb705_2000, 0x0005_4000);
        assertThat(block.roundTrip(0xb710_8000)).isEqualTo(Duration.ofMillis(6125));
    }

    @Test
    void ntpTimeCountsFrom1900() {
        // Figure 2 again: 10 Nov 1995 11:33:25.125 UTC is 0xb44d b705 2000 0000.
        long ntp = NtpTime.of(Instant.parse("1995-11-10T11:33:25.125Z"));
        assertThat(Long.toHexString(ntp)).isEqualTo("b44db70520000000");
        assertThat(NtpTime.middle(ntp)).isEqualTo(0xb7052000);
    }
}
