package org.patchbay.simulator.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TelephoneEventTest {
    private final KeyReceiver receiver = new KeyReceiver();
    private final KeySender sender = new KeySender();

    @Test
    void theLayoutIsThatOfRfc4733() {
        // §2.3: event 9, end bit, volume 10, duration 1600.
        byte[] payload = HexFormat.of().parseHex("098a0640");

        TelephoneEvent event = TelephoneEvent.parse(payload, 0, 4).orElseThrow();

        assertThat(event).isEqualTo(new TelephoneEvent(9, true, 10, 1600));
        byte[] written = new byte[4];
        event.write(written, 0);
        assertThat(written).isEqualTo(payload);
    }

    @Test
    void everyKeyHasItsNumber() {
        // §3.2 table 3.
        String keys = "0123456789*#ABCD";
        for (int number = 0; number < keys.length(); number++) {
            assertThat(new TelephoneEvent(number, false, 0, 0).key()).contains(keys.charAt(number));
            assertThat(TelephoneEvent.of(keys.charAt(number), false, 0).event()).isEqualTo(number);
        }
        assertThat(new TelephoneEvent(16, false, 0, 0).key()).as("flash").isEmpty();
        assertThatThrownBy(() -> TelephoneEvent.of('x', false, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShortPayloadIsRefused() {
        assertThat(TelephoneEvent.parse(new byte[3], 0, 3)).isEmpty();
    }

    @Test
    void aPressIsReportedOnceHoweverManyPacketsTellOfIt() {
        assertThat(receiver.receive(1000, TelephoneEvent.of('5', false, 160))).contains('5');
        assertThat(receiver.receive(1000, TelephoneEvent.of('5', false, 320))).isEmpty();
        assertThat(receiver.receive(1000, TelephoneEvent.of('5', true, 480))).isEmpty();
        assertThat(receiver.receive(1000, TelephoneEvent.of('5', true, 480))).isEmpty();
        assertThat(receiver.receive(2600, TelephoneEvent.of('5', false, 160))).contains('5');
    }

    @Test
    void aPressOfWhichOnlyTheEndArrivedIsReported() {
        assertThat(receiver.receive(1000, TelephoneEvent.of('#', true, 800))).contains('#');
    }

    @Test
    void anOvertakenPacketOfTheKeyBeforeIsNotAPress() {
        receiver.receive(0xFFFFFF00, TelephoneEvent.of('1', false, 160));
        assertThat(receiver.receive(0x00000300, TelephoneEvent.of('2', false, 160)))
                .contains('2');
        assertThat(receiver.receive(0xFFFFFF00, TelephoneEvent.of('1', true, 800)))
                .isEmpty();
    }

    @Test
    void keysAreSentAsThePacketsOfRfc4733AndArriveAsPressed() {
        sender.send("1#");
        List<KeySender.Press> presses = ticks(60);

        assertThat(presses).hasSize(16);
        List<KeySender.Press> first = presses.subList(0, 8);
        assertThat(first).extracting(KeySender.Press::timestamp).containsOnly(0);
        assertThat(first).extracting(press -> press.event().durationSamples()).startsWith(160, 320, 480, 640, 800, 800);
        assertThat(first)
                .extracting(press -> press.event().end())
                .containsExactly(false, false, false, false, false, true, true, true);
        assertThat(first.stream().filter(KeySender.Press::first)).hasSize(1);
        assertThat(received(presses)).containsExactly('1', '#');
    }

    @Test
    void aPauseIsHalfASecondAndABigOneAWholeSecond() {
        sender.send("1w2W3");
        List<KeySender.Press> starts =
                ticks(200).stream().filter(KeySender.Press::first).toList();

        // 100 ms held, 60 ms of repeated ends, 100 ms gap, then the pause; one tick to notice each.
        assertThat(starts).extracting(press -> press.timestamp() / 160).containsExactly(0, 13 + 26, 13 + 26 + 13 + 51);
    }

    @Test
    void whatIsNoKeyIsLeftOut() {
        sender.send("1-x 2");
        assertThat(received(ticks(60))).containsExactly('1', '2');
    }

    private List<KeySender.Press> ticks(int count) {
        List<KeySender.Press> presses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sender.tick(160 * i).ifPresent(presses::add);
        }
        return presses;
    }

    private List<Character> received(List<KeySender.Press> presses) {
        return presses.stream()
                .map(press -> receiver.receive(press.timestamp(), press.event()))
                .flatMap(Optional::stream)
                .toList();
    }
}
