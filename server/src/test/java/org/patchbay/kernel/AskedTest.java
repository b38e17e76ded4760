package org.patchbay.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {

    @ParameterizedTest
    @ValueSource(strings = {"+14155550142", " +14155550142 ", "\0+1415\u00005550142", "\0 +14155550142\0"})
    void isAskedForWithoutWhatNothingKeptHas(String asked) {
        assertThat(Asked.of(asked)).isEqualTo("+14155550142");
        assertThat(Asked.orNull(asked)).isEqualTo("+14155550142");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aFieldThatWasLeftEmptyAsksForNothing(String asked) {
        assertThat(Asked.orNull(asked)).isNull();
    }

    @Test
    void whoAsksForWhatNothingHasDoesNotAskForAll() {
        assertThat(Asked.orNull("\0")).isEmpty();
    }
}
