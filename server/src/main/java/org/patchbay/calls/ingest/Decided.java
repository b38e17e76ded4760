package org.patchbay.calls.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.Act;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.Decision;
import org.patchbay.calls.machine.Stage;

/// What followed from an event, in words for whoever wants to know what happened.
final class Decided {

    private Decided() {}

    /// @param before null where the call begins
    static List<String> words(@Nullable CallState before, Decision decision) {
        List<String> words = new ArrayList<>();
        Stage after = decision.after().call().stage();
        if (before == null) {
            words.add(after.code());
        } else if (before.call().stage() != after) {
            words.add(before.call().stage().code() + " → " + after.code());
        }
        decision.reply()
                .ifPresent(reply -> words.add("reply " + reply.getClass().getSimpleName()));
        decision.acts().forEach(act -> words.add(word(act)));
        return List.copyOf(words);
    }

    private static String word(Act act) {
        return switch (act) {
            case Act.Offer(var members) -> "offer to " + members.size();
            case Act.Claimed claimed -> "tell who has it";
            case Act.Updated updated -> "tell desks";
            case Act.Ended ended -> "tell the end";
            case Act.Later(var event, var at) -> LaterCode.of(event) + " at " + at;
            case Act.Ring ring -> ActCode.of(ring).orElseThrow();
            case Act.Find find -> ActCode.of(find).orElseThrow();
            case Act.EndLeg end -> ActCode.of(end).orElseThrow();
            case Act.TurnLeg turn -> ActCode.of(turn).orElseThrow();
            case Act.AskRoom ask -> ActCode.of(ask).orElseThrow();
        };
    }
}
