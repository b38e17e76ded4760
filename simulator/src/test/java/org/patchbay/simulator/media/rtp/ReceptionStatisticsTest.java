package org.patchbay.simulator.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceptionStatisticsTest {
    private static final long TICK = 20_000_000;

    private final ReceptionStatistics statistics = new ReceptionStatistics();

    @Test
    void aSteadyStreamHasNeitherLossNorJitter() {
        receive(0, 100, 1);
        ReportBlock report = statistics.report(100 * TICK);

        assertThat(report.lost()).isZero();
        assertThat(report.fractionLost()).isZero();
        assertThat(report.jitter()).isZero();
        assertThat(report.ssrc()).isEqualTo(9);
    }

    @Test
    void lossIsCountedSinceTheBeginningAndSinceTheLastReport() {
        receive(0, 101, 2); // 0, 2, … 100: 51 of 101
        assertThat(statistics.report(0).fractionLost()).isEqualTo(50 * 256 / 101);

        receive(101, 201, 1);
        ReportBlock second = statistics.report(0);
        assertThat(second.fractionLost()).isZero();
        assertThat(second.lost()).isEqualTo(50);
    }

    @Test
    void theSequenceNumberMayComeRound() {
        for (int i = 65_500; i < 65_600; i++) {
            statistics.received(packet(i & 0xFFFF, i), i * TICK);
        }
        ReportBlock report = statistics.report(0);
        assertThat(report.lost()).isZero();
        assertThat(report.highestSequence() & 0xFFFF).isEqualTo(65_599 - 65_536);
    }

    @Test
    void jitterApproachesTheMeanDeviation() {
        // Every other packet 10 ms (80 samples) late: the differences are 80 samples each.
        for (int i = 0; i < 1000; i++) {
            statistics.received(packet(i, i), i * TICK + (i % 2) * TICK / 2);
        }
        assertThat(statistics.report(0).jitter()).isBetween(75, 80);
    }

    @Test
    void theSendersLastReportIsEchoedWithItsAge() {
        receive(0, 3, 1);
        statistics.senderReport(0x11112222, 1_000_000_000L);

        ReportBlock report = statistics.report(1_500_000_000L);

        assertThat(report.lastSenderReport()).isEqualTo(0x11112222);
        assertThat(report.delaySinceLastReport()).isEqualTo(32_768);
    }

    private void receive(int from, int to, int step) {
        for (int i = from; i < to; i += step) {
            statistics.received(packet(i, i), i * TICK);
        }
    }

    private static RtpHeader packet(int sequence, int number) {
        return new RtpHeader(0, false, sequence, 160 * number, 9, 12);
    }
}
