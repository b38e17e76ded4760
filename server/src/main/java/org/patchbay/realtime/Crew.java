package org.patchbay.realtime;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Virtual threads, of which only a few work at the same time: each holds a database connection, and a
/// thousand desks that come back at once must leave some for everybody else.
final class Crew implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

    private final Thread.Builder.OfVirtual threads;
    private final Semaphore places;

    Crew(String name, int atOnce) {
        this.threads = Thread.ofVirtual().name(name + "-", 0);
        this.places = new Semaphore(atOnce);
    }

    /// Runs the task as soon as there is a place. What it throws is logged.
    @Override
    public void execute(Runnable task) {
        threads.start(() -> {
            places.acquireUninterruptibly();
            try {
                task.run();
            } catch (RuntimeException failed) {
                LOG.warn("Work for the desks failed", failed);
            } finally {
                places.release();
            }
        });
    }
}
