package org.patchbay.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Something that is, or was, done to a workspace's Twilio account. Its steps are done in their order; one
/// that is done is not done again, and each bears being begun anew.
///
/// @param startedBy a person's or an API key's name
/// @param baseUrlBefore what the account was told to reach us under, before
/// @param leftovers what clearing could not undo
public record Run(
        UUID id,
        RunKind kind,
        RunState state,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String baseUrlBefore,
        @Nullable String baseUrl,
        List<Step> steps,
        List<Leftover> leftovers) {

    /// Something at Twilio that is not as it was before us.
    ///
    /// @param kind number, app, key or account
    /// @param name a phone number or a SID
    public record Leftover(String kind, String name) {}

    public Run {
        steps = List.copyOf(steps);
        leftovers = List.copyOf(leftovers);
    }

    static List<Step> stepsOf(RunKind kind) {
        List<StepName> names = switch (kind) {
            case CONFIGURE, REPAIR ->
                List.of(
                        StepName.CREDENTIALS,
                        StepName.SAVING,
                        StepName.KEY,
                        StepName.APP,
                        StepName.NUMBERS,
                        StepName.VERIFY);
            case CLEAR -> List.of(StepName.GIVE_BACK, StepName.REMOVE_APP, StepName.REMOVE_KEY, StepName.FORGET);
        };
        return names.stream().map(Step::waiting).toList();
    }

    Run with(StepName name, UnaryOperator<Step> change) {
        return with(
                steps.stream()
                        .map(step -> step.name() == name ? change.apply(step) : step)
                        .toList(),
                leftovers);
    }

    Run with(List<Leftover> left) {
        return with(steps, left);
    }

    private Run with(List<Step> changed, List<Leftover> left) {
        return new Run(id, kind, state, startedBy, startedAt, endedAt, baseUrlBefore, baseUrl, changed, left);
    }

    Run ended(RunState how, Instant at) {
        return new Run(id, kind, how, startedBy, startedAt, at, baseUrlBefore, baseUrl, steps, leftovers);
    }

    boolean running() {
        return state == RunState.RUNNING;
    }
}
