package org.patchbay.numbers;

import java.util.Optional;
import java.util.UUID;
import org.patchbay.twilio.AccountNumbers.Wiring;

/// A number from the side of its set-up.
///
/// @param held whether it is this workspace's, and no other's
/// @param found how it was wired before us; also of one that we let go of, and that may still be wired for us
/// @param setTo how we wired it last
public record HeldNumber(
        UUID id,
        String sid,
        String phoneNumber,
        boolean held,
        Connection connection,
        Optional<Wiring> found,
        Optional<Wiring> setTo) {}
