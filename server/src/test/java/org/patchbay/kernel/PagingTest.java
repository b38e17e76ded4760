package org.patchbay.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    @Property
    void aCursorNamesThePlaceItWasMadeFrom(@ForAll @Size(min = 1, max = 3) List<String> key) {
        Assume.that(key.stream().allMatch(PagingTest::isStorable));

        assertThat(Cursor.decode(Cursor.encode(key), key.size())).contains(key);
    }

    @Example
    void aNameWithAControlCharacterDoesNotBreakPaging() {
        List<String> key = List.of("a\u001fb", "", "c");

        assertThat(Cursor.decode(Cursor.encode(key), 3)).contains(key);
    }

    @Property
    void whateverIsSentAsACursorIsAKeyOrA400(@ForAll String sent, @ForAll @IntRange(min = 1, max = 3) int parts) {
        try {
            assertThat(Cursor.decode(sent, parts).orElseThrow()).hasSize(parts).allMatch(PagingTest::isStorable);
        } catch (Problem refused) {
            assertThat(refused.type()).isEqualTo(Problems.INVALID);
            assertThat(refused.type().status()).isEqualTo(400);
            assertThat(refused.errors()).extracting(FieldError::field).containsExactly("cursor");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "bm9uZQ", "AA", "%00", "a.b.c.d", "\u00e4"})
    void aForgedIdCursorIsA400(String forged) {
        assertThatThrownBy(() -> Cursor.decodeId(forged)).isInstanceOf(Problem.class);
    }

    @Test
    void aKeyWithNulOrBrokenUtf8IsRefusedBeforePostgresSeesIt() {
        String nul = Base64.getUrlEncoder().encodeToString("a\0b".getBytes(StandardCharsets.UTF_8));
        String broken = Base64.getUrlEncoder().encodeToString(new byte[] {(byte) 0xC3, 0x28});

        assertThatThrownBy(() -> Cursor.decode(nul, 1)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.decode(broken, 1)).isInstanceOf(Problem.class);
    }

    @Test
    void noCursorIsTheBeginning() {
        assertThat(Cursor.decode(null, 2)).isEmpty();
        assertThat(Cursor.decodeId(null)).isEmpty();
    }

    @Property
    void pagesTogetherShowEveryRowOnce(
            @ForAll @IntRange(max = 30) int rows, @ForAll @IntRange(min = 1, max = 7) int limit) {
        List<UUID> all =
                IntStream.range(0, rows).mapToObj(row -> new UUID(0, row)).toList();
        List<UUID> shown = new java.util.ArrayList<>();
        String cursor = null;
        do {
            UUID after = Cursor.decodeId(cursor).orElse(new UUID(0, -1));
            List<UUID> found = all.stream()
                    .filter(id -> id.compareTo(after) > 0)
                    .limit(limit + 1L)
                    .toList();
            Page<UUID> page = Page.of(found, limit, id -> List.of(id.toString()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            shown.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(shown).isEqualTo(all);
    }

    /// PostgreSQL's text holds neither NUL nor half a surrogate pair, so no key has them.
    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
