package org.patchbay.simulator.messages;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.messages.Segments.Encoding;

class SegmentsTest {

    @Test
    void oneHundredAndSixtySeptetsAreOnePartAndOneMoreMakesTwo() {
        assertThat(Segments.of("a".repeat(160))).isEqualTo(new Segments(Encoding.GSM_7, 160, 1));
        assertThat(Segments.of("a".repeat(161))).isEqualTo(new Segments(Encoding.GSM_7, 161, 2));
        assertThat(Segments.of("a".repeat(306)).count()).isEqualTo(2);
        assertThat(Segments.of("a".repeat(307)).count()).isEqualTo(3);
    }

    @Test
    void extensionCharactersTakeTwoSeptets() {
        assertThat(Segments.of("€".repeat(80))).isEqualTo(new Segments(Encoding.GSM_7, 160, 1));
        assertThat(Segments.of("€".repeat(81)).count()).isEqualTo(2);
    }

    @Test
    void oneForeignCharacterSwitchesTheWholeTextToUcs2() {
        assertThat(Segments.of("a".repeat(69) + "ő")).isEqualTo(new Segments(Encoding.UCS_2, 70, 1));
        assertThat(Segments.of("a".repeat(70) + "ő")).isEqualTo(new Segments(Encoding.UCS_2, 71, 2));
        assertThat(Segments.of("👍".repeat(35)).units()).isEqualTo(70);
    }

    @Property
    void partsNeverHoldMoreThanTheyCan(@ForAll @StringLength(max = 1_600) String text) {
        var segments = Segments.of(text);
        int part = segments.encoding() == Encoding.GSM_7 ? 153 : 67;
        int single = segments.encoding() == Encoding.GSM_7 ? 160 : 70;
        assertThat(segments.count()).isPositive();
        assertThat(segments.units()).isLessThanOrEqualTo(segments.count() == 1 ? single : segments.count() * part);
        if (segments.count() > 1) {
            assertThat(segments.units()).isGreaterThan(Math.max(single, (segments.count() - 1) * part));
        }
    }

    @Property
    void longerTextsNeverTakeFewerParts(@ForAll @IntRange(max = 1_599) int length) {
        assertThat(Segments.of("x".repeat(length + 1)).count())
                .isGreaterThanOrEqualTo(Segments.of("x".repeat(length)).count());
    }
}
