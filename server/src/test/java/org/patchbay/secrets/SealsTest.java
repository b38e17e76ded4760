package org.patchbay.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.kernel.settings.Settings.KeysetSource;

class SealsTest {

    private static final byte[] CONTENT = {1, 2, 3};
    private static final Seals SEALS = TestSecrets.seals();

    private static Seals of(Keyset keyset) {
        return new Seals(new Keysets.Inline(keyset));
    }

    @Test
    void everyNodeMakesTheSameSealAndKnowsTheOthers(@TempDir Path directory) {
        Path file = directory.resolve("keyset.json");
        Seals one = new Seals(Keysets.from(new KeysetSource.InFile(file)));
        Seals other = new Seals(Keysets.from(new KeysetSource.InFile(file)));
        assertThat(other.seal("sounds", CONTENT))
                .hasSize(Seals.LENGTH)
                .isEqualTo(one.seal("sounds", CONTENT))
                .isEqualTo(one.seal("sounds", CONTENT));
        assertThat(other.holds("sounds", CONTENT, one.seal("sounds", CONTENT))).isTrue();
    }

    @Test
    void aSealForOnePurposeIsNoneForAnother() {
        assertThat(SEALS.holds("sound", CONTENT, SEALS.seal("sounds", CONTENT))).isFalse();
    }

    @Test
    void anotherServersSealIsNone() {
        assertThat(TestSecrets.seals().holds("sounds", CONTENT, SEALS.seal("sounds", CONTENT)))
                .isFalse();
    }

    @Test
    void aSealLastsThroughARotationAndEndsWithTheOldKey() {
        Keyset before = Keyset.generate();
        byte[] old = of(before).seal("sounds", CONTENT);
        Keyset during = before.withNewPrimary();
        assertThat(of(during).holds("sounds", CONTENT, old)).isTrue();
        assertThat(of(during).seal("sounds", CONTENT)).isNotEqualTo(old);
        Keyset after = during.withPrimaryOnly();
        assertThat(of(after).holds("sounds", CONTENT, of(during).seal("sounds", CONTENT)))
                .isTrue();
        assertThat(of(after).holds("sounds", CONTENT, old)).isFalse();
    }

    @Property(tries = 300)
    void oneBitLessAndItIsBroken(
            @ForAll @Size(min = 1, max = 64) byte[] content, @ForAll @IntRange(max = 100_000) int where) {
        byte[] seal = SEALS.seal("sounds", content);
        assertThat(SEALS.holds("sounds", content, seal)).isTrue();

        byte[] otherSeal = seal.clone();
        flip(otherSeal, where);
        assertThat(SEALS.holds("sounds", content, otherSeal)).isFalse();

        byte[] otherContent = content.clone();
        flip(otherContent, where);
        assertThat(SEALS.holds("sounds", otherContent, seal)).isFalse();
    }

    private static void flip(byte[] bytes, int where) {
        bytes[where / 8 % bytes.length] ^= (byte) (1 << where % 8);
    }

    @Test
    void aSealThatIsShorterIsNone() {
        assertThat(SEALS.holds("sounds", CONTENT, new byte[0])).isFalse();
        assertThat(SEALS.holds("sounds", CONTENT, java.util.Arrays.copyOf(SEALS.seal("sounds", CONTENT), 8)))
                .isFalse();
    }
}
