package org.patchbay.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.SettableClock;

class CallGuardTest {

    private final SettableClock clock = new SettableClock();
    private final CallGuard guard = new CallGuard(clock);
    private final UUID workspace = UUID.randomUUID();

    /// Else nothing would ever be asked again until the server is started anew.
    @Test
    void theOneRequestThatIsTriedMayEndInAnyWay() {
        for (int i = 0; i < CallGuard.FAILURES; i++) {
            assertThatThrownBy(() -> guard.run(workspace, unreachable())).isInstanceOf(TwilioFailure.class);
        }
        clock.advance(CallGuard.PAUSE.plusSeconds(1));
        assertThatThrownBy(() -> guard.run(workspace, () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        clock.advance(CallGuard.PAUSE.plusSeconds(1));
        assertThat(guard.<String>run(workspace, () -> "answered")).isEqualTo("answered");
    }

    private static Supplier<String> unreachable() {
        return () -> {
            throw TwilioFailure.unreachable(new IllegalStateException("no answer"), false);
        };
    }
}
