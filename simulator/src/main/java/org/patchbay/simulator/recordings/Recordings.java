package org.patchbay.simulator.recordings;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.simulator.rest.Store;
import org.patchbay.simulator.sound.Tape;

/// Finished and live recordings with their sound.
public final class Recordings {

    private final Store<Recording> store = new Store<>();
    private final Map<String, Tape.Recorded> media = new ConcurrentHashMap<>();
    private final Map<String, LiveRecording> live = new ConcurrentHashMap<>();

    public Store<Recording> store() {
        return store;
    }

    /// Empty until the recording is completed, and again when it is deleted.
    public Optional<Tape.Recorded> media(String sid) {
        return Optional.ofNullable(media.get(sid));
    }

    /// A recording that can still be paused or stopped.
    public Optional<LiveRecording> live(String sid) {
        return Optional.ofNullable(live.get(sid));
    }

    /// The sound is gone at once, and so is the recording.
    public void delete(String sid) {
        var sound = media.remove(sid);
        if (sound != null) {
            sound.discard();
        }
        store.remove(sid);
    }

    void began(LiveRecording recording) {
        live.put(recording.sid(), recording);
    }

    void stopped(LiveRecording recording) {
        live.remove(recording.sid());
    }

    void completed(Recording recording, Tape.Recorded sound) {
        if (store.find(recording.sid()).isPresent()) {
            media.put(recording.sid(), sound);
            store.put(recording);
        } else {
            sound.discard();
        }
    }
}
