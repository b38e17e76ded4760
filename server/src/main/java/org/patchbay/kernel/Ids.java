package org.patchbay.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Makes the ids of everything we store: UUIDs of version 7, which sort by the time they were made.
///
/// They are made here and not in the database because PostgreSQL 15 has no `uuidv7()`, and because a
/// row's id is wanted before the row is written. Within one process they strictly increase: the 12
/// bits after the millisecond are a counter (RFC 9562 §6.2, method 1).
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// Milliseconds since the epoch in the upper bits, the 12-bit counter below.
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /// A new id, greater than every id that this process has made before.
    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /// The smallest id that can have been made at that instant, for bounds of time ranges over ids.
    ///
    /// @param instant to the millisecond; what is finer is cut off
    public static UUID lowestAt(Instant instant) {
        return new UUID((instant.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    /// When an id was made, to the millisecond.
    ///
    /// @throws IllegalArgumentException if it is not a UUID of version 7
    public static Instant timeOf(UUID id) {
        if (id.version() != 7) {
            throw new IllegalArgumentException("not a UUID of version 7");
        }
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    static UUID at(long epochMillis) {
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, epochMillis << 12));
        long high = ((stamp >>> 12) << 16) | 0x7000L | (stamp & 0xFFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
