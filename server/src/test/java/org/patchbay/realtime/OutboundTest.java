package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboundTest {

    private final FakeTransport transport = new FakeTransport();
    private final Outbound outbound = new Outbound(transport);

    @Test
    void framesGoOutOneAfterTheOther() {
        transport.stuck = true;
        outbound.offer("one");
        outbound.offer("two");
        assertThat(transport.sent).containsExactly("one");
        assertThat(outbound.idle()).isFalse();
        transport.complete(true);
        transport.complete(true);
        assertThat(transport.sent).containsExactly("one", "two");
        assertThat(outbound.idle()).isTrue();
    }

    @Test
    void whatPiledUpGoesOutWithoutGrowingTheStack() {
        transport.stuck = true;
        IntStream.range(0, Outbound.MOST_FRAMES).forEach(number -> outbound.offer("frame " + number));
        transport.stuck = false;
        transport.complete(true);
        assertThat(transport.sent).hasSize(Outbound.MOST_FRAMES).doesNotHaveDuplicates();
    }

    @Test
    void thereIsNoRoomForMoreThanSoManyFrames() {
        transport.stuck = true;
        outbound.offer("being sent");
        IntStream.range(0, Outbound.MOST_FRAMES)
                .forEach(number -> assertThat(outbound.offer("x")).isTrue());
        assertThat(outbound.offer("one too many")).isFalse();
    }

    @Test
    void thereIsNoRoomForMoreThanSoManyCharacters() {
        transport.stuck = true;
        outbound.offer("being sent");
        String half = "x".repeat(Outbound.MOST_CHARACTERS / 2);
        assertThat(outbound.offer(half)).isTrue();
        assertThat(outbound.offer(half)).isTrue();
        assertThat(outbound.offer("x")).isFalse();
    }

    @Test
    void closingWaitsForTheFrameThatIsBeingSentAndForgetsTheOthers() {
        transport.stuck = true;
        outbound.offer("being sent");
        outbound.offer("waiting");
        outbound.close(CloseReason.SESSION_ENDED);
        assertThat(transport.closed).isEmpty();
        transport.complete(true);
        assertThat(transport.sent).containsExactly("being sent");
        assertThat(transport.closed).containsExactly(CloseReason.SESSION_ENDED);
    }

    @Test
    void theFirstReasonToCloseHolds() {
        outbound.close(CloseReason.SESSION_ENDED);
        outbound.close(CloseReason.TOO_SLOW);
        outbound.offer("too late");
        assertThat(transport.closed).containsExactly(CloseReason.SESSION_ENDED);
        assertThat(transport.sent).isEmpty();
    }

    @Test
    void aFrameThatCanNotBeSentEndsTheConnection() {
        transport.stuck = true;
        outbound.offer("lost");
        outbound.offer("never tried");
        transport.complete(false);
        assertThat(transport.sent).containsExactly("lost");
        assertThat(transport.closed).containsExactly(CloseReason.TOO_SLOW);
    }
}
