package org.patchbay.simulator.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.patchbay.simulator.calls.Switchboard;
import org.patchbay.simulator.recordings.Recording.Status;
import org.patchbay.simulator.sound.Tape;

/// A recording that is being made. On the mailbox of its account.
public final class LiveRecording {

    private final RecordingDesk desk;
    private final Switchboard board;
    private final RecordingPlan plan;
    private final Tape tape;
    private final List<Consumer<Recording>> waiting = new ArrayList<>(1);
    private Recording recording;

    LiveRecording(RecordingDesk desk, Switchboard board, RecordingPlan plan, Tape tape, Recording recording) {
        this.desk = desk;
        this.board = board;
        this.plan = plan;
        this.tape = tape;
        this.recording = recording;
    }

    public String sid() {
        return recording.sid();
    }

    public Recording recording() {
        return recording;
    }

    public Switchboard board() {
        return board;
    }

    public RecordingPlan plan() {
        return plan;
    }

    /// @param silence leaves silence in the recording instead of cutting the pause out
    public void pause(boolean silence) {
        if (recording.status() == Status.IN_PROGRESS) {
            tape.pause(silence);
            change(Status.PAUSED);
        }
    }

    public void resume() {
        if (recording.status() == Status.PAUSED) {
            tape.resume();
            change(Status.IN_PROGRESS);
        }
    }

    /// Ends the recording; no effect when it has ended.
    public void stop() {
        if (recording.status().isLive()) {
            var sound = tape.stop();
            recording = recording.become(Status.PROCESSING, sound.duration(), desk.now());
            desk.stopped(this, recording, sound);
        }
    }

    /// Runs on the mailbox when the recording can be had.
    public void whenCompleted(Consumer<Recording> then) {
        waiting.add(then);
    }

    void completed(Recording done) {
        recording = done;
        waiting.forEach(then -> then.accept(done));
    }

    private void change(Status status) {
        recording = recording.become(status, null, desk.now());
        desk.store(recording);
    }
}
