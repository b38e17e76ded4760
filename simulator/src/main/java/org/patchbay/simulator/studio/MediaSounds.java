package org.patchbay.simulator.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.patchbay.simulator.media.MediaServer;
import org.patchbay.simulator.media.VirtualLeg;
import org.patchbay.simulator.media.wav.Tracks;
import org.patchbay.simulator.sound.Audible;
import org.patchbay.simulator.sound.Jack;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Mix;
import org.patchbay.simulator.sound.Sounds;
import org.patchbay.simulator.sound.Tape;

/// Real sound: legs, bridges and recordings in the mixer of a media server. Legs and mixes that it is
/// given must be its own.
public final class MediaSounds implements Sounds, AutoCloseable {

    private final MediaServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Booth booth = new Booth(executor);
    private final RecordingFolder folder = RecordingFolder.create();

    /// @param server is closed by whoever started it, before this
    public MediaSounds(MediaServer server) {
        this.server = server;
    }

    @Override
    public LegSound leg(String callSid, Object farEnd) {
        var leg = new StudioLeg(server, booth, executor);
        if (farEnd instanceof Audible audible) {
            audible.sound(leg);
        }
        return leg;
    }

    @Override
    public void wire(Jack one, Jack other) {
        one.plug(end(other));
    }

    /// Plugs the far end of a new wire in, and answers its near end.
    private VirtualLeg end(Jack far) {
        VirtualLeg nearEnd = server.virtualLeg();
        VirtualLeg farEnd = server.virtualLeg();
        join(nearEnd, farEnd);
        join(farEnd, nearEnd);
        far.plug(farEnd);
        return nearEnd;
    }

    private static void join(VirtualLeg in, VirtualLeg out) {
        var wire = new Wire();
        in.hearWith(wire);
        var _ = out.say(wire);
    }

    @Override
    public Mix mix() {
        return new StudioMix(server::room, booth, executor);
    }

    @Override
    public Tape record(LegSound leg, int channels, String track) {
        var tracks = StudioTape.tracks(channels, track);
        try {
            return new StudioTape(((StudioLeg) leg).channel().record(folder.newFile(), tracks), tracks);
        } catch (IOException e) {
            throw new UncheckedIOException("a recording could not be begun", e);
        }
    }

    @Override
    public Tape record(Mix mix) {
        try {
            return new StudioTape(((StudioMix) mix).room().record(folder.newFile()), Tracks.SPOKEN);
        } catch (IOException e) {
            throw new UncheckedIOException("a recording could not be begun", e);
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        folder.close();
    }
}
