package org.patchbay.simulator.sound;

import java.time.Duration;
import org.patchbay.simulator.time.SimulatorClock;

/// Sound without sound: everything takes as long as it would, by the simulator's clock, and
/// recordings are silent WAV files of the right length.
public final class SilentSounds implements Sounds {

    private static final Duration NOBODY_LISTENS = Duration.ofDays(365);

    private final SimulatorClock clock;

    public SilentSounds(SimulatorClock clock) {
        this.clock = clock;
    }

    @Override
    public LegSound leg(String callSid, Object farEnd) {
        return new LegSound() {
            @Override
            public Playing play(Prompt prompt, Runnable done) {
                return timed(prompt, done);
            }

            @Override
            public void voice(Prompt prompt) {}

            @Override
            public Duration quiet() {
                return NOBODY_LISTENS;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void wire(Jack one, Jack other) {}

    @Override
    public Mix mix() {
        return new Mix() {
            @Override
            public void add(LegSound leg, Part part) {}

            @Override
            public void change(LegSound leg, Part part) {}

            @Override
            public void remove(LegSound leg) {}

            @Override
            public LegSound.Playing play(Prompt prompt, Runnable done) {
                return timed(prompt, done);
            }
        };
    }

    @Override
    public Tape record(LegSound leg, int channels, String track) {
        return new SilentTape(clock, channels);
    }

    @Override
    public Tape record(Mix mix) {
        return new SilentTape(clock, 1);
    }

    private LegSound.Playing timed(Prompt prompt, Runnable done) {
        return PromptLength.of(prompt)
                .map(length -> clock.after(length, done))
                .<LegSound.Playing>map(timer -> timer::cancel)
                .orElse(() -> {});
    }
}
