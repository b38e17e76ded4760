package org.patchbay.twilio;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Lets time pass; tests only note how much.
@FunctionalInterface
interface Pause {

    Pause REAL = wait -> TimeUnit.NANOSECONDS.sleep(wait.toNanos());

    void take(Duration wait) throws InterruptedException;
}
