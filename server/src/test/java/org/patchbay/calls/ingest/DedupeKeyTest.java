package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DedupeKeyTest {

    @Property
    void theSamePartsMakeTheSameKeyAndOthersAnother(@ForAll List<String> some, @ForAll List<String> others) {
        assertThat(DedupeKey.of(some.toArray(String[]::new)).equals(DedupeKey.of(others.toArray(String[]::new))))
                .isEqualTo(some.equals(others));
    }

    @Test
    void whereAPartEndsCounts() {
        assertThat(DedupeKey.of("ab", "c"))
                .isNotEqualTo(DedupeKey.of("a", "bc"))
                .isNotEqualTo(DedupeKey.of("abc"));
    }

    @Test
    void itIsAUuidOfItsOwnMaking() {
        assertThat(DedupeKey.of("CA1", "completed").version()).isEqualTo(8);
        assertThat(DedupeKey.of("CA1", "completed").variant()).isEqualTo(2);
    }
}
