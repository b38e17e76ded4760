package org.patchbay.calls.ingest;

import java.util.Optional;
import java.util.UUID;
import org.patchbay.calls.machine.Act;
import org.patchbay.calls.machine.CallEvent.Turn;

/// What is to be done at Twilio about a call, as short texts: `ring:<leg>`, `find:<leg>`,
/// `end-leg:<leg>:others-stay`, `end-leg:<leg>:alone`, `turn-leg:<leg>:UNANSWERED`, `ask-room:3`.
final class ActCode {

    private static final String OTHERS_STAY = "others-stay";
    private static final String ALONE = "alone";

    private ActCode() {}

    /// @return empty for what is not done at Twilio
    static Optional<String> of(Act act) {
        return switch (act) {
            case Act.Ring(UUID leg) -> Optional.of("ring:" + leg);
            case Act.Find(UUID leg) -> Optional.of("find:" + leg);
            case Act.EndLeg(UUID leg, boolean othersStay) ->
                Optional.of("end-leg:" + leg + ":" + (othersStay ? OTHERS_STAY : ALONE));
            case Act.TurnLeg(UUID leg, Turn turn) -> Optional.of("turn-leg:" + leg + ":" + turn.name());
            case Act.AskRoom(int epoch) -> Optional.of("ask-room:" + epoch);
            case Act.Offer offer -> Optional.empty();
            case Act.Claimed claimed -> Optional.empty();
            case Act.Updated updated -> Optional.empty();
            case Act.Ended ended -> Optional.empty();
            case Act.Later later -> Optional.empty();
        };
    }

    /// @throws IllegalArgumentException for a text that [#of] does not make
    static Act read(String code) {
        String[] parts = code.split(":");
        return switch (parts[0]) {
            case "ring" -> new Act.Ring(UUID.fromString(parts[1]));
            case "find" -> new Act.Find(UUID.fromString(parts[1]));
            case "end-leg" -> new Act.EndLeg(UUID.fromString(parts[1]), parts[2].equals(OTHERS_STAY));
            case "turn-leg" -> new Act.TurnLeg(UUID.fromString(parts[1]), Turn.valueOf(parts[2]));
            case "ask-room" -> new Act.AskRoom(Integer.parseInt(parts[1]));
            default -> throw new IllegalArgumentException("nothing that is done at Twilio is called that");
        };
    }
}
