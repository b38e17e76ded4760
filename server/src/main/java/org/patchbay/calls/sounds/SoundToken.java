package org.patchbay.calls.sounds;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.patchbay.secrets.Seals;

/// What makes a sound's path unguessable, and lets it expire: the workspace, the last day (UTC) on which it
/// works, and a seal over both and the sound. A path made now works for one day at least and two at most,
/// longer than Twilio lets a call last; and it is the same the whole day, so that Twilio can cache what is
/// behind it.
final class SoundToken {

    private static final String PURPOSE = "sounds";
    private static final int SIGNED = 16 + 4;

    /// 36 bytes in base64url; all other lengths are none.
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{48}");

    private final Seals seals;
    private final Clock clock;

    SoundToken(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    String make(UUID workspaceId, Sound sound) {
        byte[] signed = ByteBuffer.allocate(SIGNED)
                .putLong(workspaceId.getMostSignificantBits())
                .putLong(workspaceId.getLeastSignificantBits())
                .putInt((int) today().plusDays(1).toEpochDay())
                .array();
        byte[] seal = seals.seal(PURPOSE, content(signed, sound));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(SIGNED + Seals.LENGTH)
                        .put(signed)
                        .put(seal)
                        .array());
    }

    /// @return how long it will go on working; empty for what we have not made, or made for another sound, and
    ///     for what has expired
    Optional<Duration> check(String token, Sound sound) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
        byte[] signed = new byte[SIGNED];
        byte[] seal = new byte[Seals.LENGTH];
        bytes.get(signed).get(seal);
        LocalDate last = LocalDate.ofEpochDay(ByteBuffer.wrap(signed).getInt(16));
        if (last.isBefore(today()) || !seals.holds(PURPOSE, content(signed, sound), seal)) {
            return Optional.empty();
        }
        return Optional.of(Duration.between(
                clock.instant(), last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static byte[] content(byte[] signed, Sound sound) {
        byte[] name = sound.file().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(SIGNED + name.length).put(signed).put(name).array();
    }
}
