package org.patchbay.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An opaque place in a list: the sort key of the last row shown (keyset paging). It holds nothing
/// that the client has not seen, so it needs no signature; a forged one only names another place.
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    static String encode(List<String> key) {
        byte[] bytes = String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// @return the key's parts; empty when no cursor was given
    /// @throws Problem 400 `invalid` if it is not a cursor of a list with that many key parts
    public static Optional<List<String>> decode(@Nullable String cursor, int parts) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> key = List.of(text.split(Pattern.quote(SEPARATOR), -1));
            if (key.size() == parts && text.indexOf('\0') < 0) {
                return Optional.of(key);
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through to the same answer as a cursor of another list.
        }
        throw unknown();
    }

    /// The cursor of a list that is ordered by id alone.
    public static Optional<UUID> decodeId(@Nullable String cursor) {
        try {
            return decode(cursor, 1).map(key -> UUID.fromString(key.getFirst()));
        } catch (IllegalArgumentException notAnId) {
            throw unknown();
        }
    }

    /// The refusal of a cursor that this list never gave out.
    public static Problem unknown() {
        return Problems.invalid("cursor", "must be the nextCursor of an earlier page of this list");
    }
}
