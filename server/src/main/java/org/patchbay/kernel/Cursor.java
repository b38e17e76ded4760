package org.patchbay.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An opaque place in a list: the sort key of the last row shown (keyset paging). It holds nothing
/// that the client has not seen, so it needs no signature; a forged one only names another place.
///
/// The parts are encoded one by one and joined by dots: a key may hold any character, since people
/// choose the names that lists are sorted by.
public final class Cursor {

    private Cursor() {}

    static String encode(List<String> key) {
        return key.stream()
                .map(part ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
    }

    /// @return the key's parts; empty when no cursor was given
    /// @throws Problem 400 `invalid` if it is not a cursor of a list with that many key parts
    public static Optional<List<String>> decode(@Nullable String cursor, int parts) {
        if (cursor == null) {
            return Optional.empty();
        }
        List<String> key =
                Arrays.stream(cursor.split("\\.", -1)).map(Cursor::decodePart).toList();
        if (key.size() != parts) {
            throw unknown();
        }
        return Optional.of(key);
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

    /// PostgreSQL's text takes neither NUL nor broken UTF-8; a forged part must not get that far.
    private static String decodePart(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (IllegalArgumentException | CharacterCodingException forged) {
            // The same answer as for NUL.
        }
        throw unknown();
    }
}
