package org.patchbay.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.patchbay.numbers.Connection;
import org.patchbay.numbers.HeldNumber;
import org.patchbay.numbers.NumberDifference;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;

/// Whose a number is, and with it what may be done about it. Pure.
sealed interface Standing {

    /// As it should be.
    record Connected() implements Standing {}

    /// Ours, and otherwise than it should be.
    record Drifted(List<NumberDifference> differences) implements Standing {}

    /// Nobody's that we must ask.
    record Free() implements Standing {}

    /// A SIP trunk's or another tool's.
    ///
    /// @param heldBy the trunk's or app's SID
    record AnotherTool(String heldBy) implements Standing {}

    record AnotherWorkspace(UUID workspaceId) implements Standing {}

    /// An admin has said that it is not to be touched.
    record LeftAlone() implements Standing {}

    /// @param elsewhere the other workspace that has it
    /// @param takeOver whether somebody has said that this number is to be taken, whosever it is
    static Standing of(
            DesiredSetup desired, TwilioNumber number, HeldNumber known, Optional<UUID> elsewhere, boolean takeOver) {
        if (!takeOver && elsewhere.isPresent()) {
            return new AnotherWorkspace(elsewhere.get());
        }
        if (!takeOver && known.connection() == Connection.LEFT) {
            return new LeftAlone();
        }
        List<NumberDifference> differences = Drift.ofNumber(desired, number);
        if (differences.isEmpty()) {
            return new Connected();
        }
        if (known.held()) {
            return new Drifted(differences);
        }
        return anotherTool(desired, number)
                .filter(tool -> !takeOver)
                .<Standing>map(AnotherTool::new)
                .orElseGet(Free::new);
    }

    /// Addresses are taken without asking, as whoever pastes credentials expects; they are given back by
    /// clearing. A trunk or an app is another program's own, and perhaps at work.
    private static Optional<String> anotherTool(DesiredSetup desired, TwilioNumber number) {
        Wiring now = number.wiring();
        if (number.voice() && now.trunkSid() != null) {
            return Optional.of(now.trunkSid());
        }
        if (number.voice()
                && now.voiceApplicationSid() != null
                && !now.voiceApplicationSid().equals(desired.appSid())) {
            return Optional.of(now.voiceApplicationSid());
        }
        return number.sms() ? Optional.ofNullable(now.smsApplicationSid()) : Optional.empty();
    }
}
