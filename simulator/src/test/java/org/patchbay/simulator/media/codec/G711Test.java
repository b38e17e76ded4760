package org.patchbay.simulator.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class G711Test {
    /// Decoder output values of ITU-T G.711 table 2a/2b (µ-law), scaled from 14 to 16 bits: the end of each
    /// segment, both signs.
    @ParameterizedTest(name = "{0} decodes to {1}")
    @CsvSource({
        "80, 32124",
        "8F, 16764",
        "90, 15996",
        "9F, 8316",
        "A0, 7932",
        "AF, 4092",
        "B0, 3900",
        "BF, 1980",
        "C0, 1884",
        "CF, 924",
        "D0, 876",
        "DF, 396",
        "E0, 372",
        "EF, 132",
        "F0, 120",
        "FE, 8",
        "FF, 0",
        "00, -32124",
        "0F, -16764",
        "10, -15996",
        "70, -120",
        "7E, -8",
        "7F, 0"
    })
    void theReferenceValuesAreDecoded(String code, int linear) {
        assertThat(G711.decode((byte) Integer.parseInt(code, 16))).isEqualTo((short) linear);
    }

    @ParameterizedTest(name = "{0} encodes to {1}")
    @CsvSource({
        "0, FF",
        "-1, 7F",
        "8, FE",
        "-8, 7E",
        "1000, CE",
        "-1000, 4E",
        "8000, A0",
        "8158, 9F",
        "32635, 80",
        "32767, 80",
        "-32768, 00"
    })
    void theReferenceValuesAreEncoded(int linear, String code) {
        assertThat(G711.encode((short) linear)).isEqualTo((byte) Integer.parseInt(code, 16));
    }

    @Test
    void everyCodeSurvivesTheRoundTripButNegativeZero() {
        for (int code = 0; code < 256; code++) {
            byte again = G711.encode(G711.decode((byte) code));
            assertThat(again).isEqualTo(code == 0x7F ? G711.SILENCE : (byte) code);
        }
    }

    @Property
    void theErrorStaysWithinHalfAStep(@ForAll short linear) {
        int decoded = G711.decode(G711.encode(linear));
        int clipped = Math.clamp(linear, -32635, 32635);
        // Steps grow with loudness: from 8 to 1024 of 65536.
        int step = Math.max(8, Integer.highestOneBit(Math.abs(clipped) + 132) / 16);
        assertThat(Math.abs(decoded - clipped)).isLessThanOrEqualTo(step / 2 + 1);
    }

    @Property
    void louderNeverBecomesQuieter(@ForAll short a, @ForAll short b) {
        int sign = Integer.compare(a, b);
        int decodedSign = Integer.compare(G711.decode(G711.encode(a)), G711.decode(G711.encode(b)));
        assertThat(sign * decodedSign).isNotNegative();
    }
}
