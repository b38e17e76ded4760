package org.patchbay.simulator.media;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Writes down what a leg's listener is told.
final class Diary implements LegListener {
    private final BlockingQueue<String> entries = new LinkedBlockingQueue<>();

    static Diary of(Leg leg) {
        Diary diary = new Diary();
        leg.listen(diary);
        return diary;
    }

    @Override
    public void connected() {
        entries.add("connected");
    }

    @Override
    public void digit(char key) {
        entries.add("digit " + key);
    }

    @Override
    public void closed(CloseReason reason) {
        entries.add("closed " + reason);
    }

    /// The next entry, waiting for it if need be.
    String next() throws InterruptedException {
        String entry = entries.poll(30, TimeUnit.SECONDS);
        return entry == null ? "nothing happened" : entry;
    }
}
