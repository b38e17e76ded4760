package org.patchbay.simulator.media.mix;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves all sound forward, 20 ms per [#tick()]: hear every leg, mix every room, speak to every leg.
/// Legs and rooms come and go from any thread; the tick itself runs on one.
public final class Mixer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Mixer.class);

    private final List<Channel> channels = new CopyOnWriteArrayList<>();
    private final List<Room> rooms = new CopyOnWriteArrayList<>();
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("recordings").daemon().factory());

    /// Gives a far end its place; it hears silence until something is played to it or it joins a room.
    public Channel attach(AudioPort port) {
        Channel channel = new Channel(this, port);
        channels.add(channel);
        return channel;
    }

    /// A new, empty room. Close it when it is no longer needed.
    public Room room() {
        Room room = new Room(this);
        rooms.add(room);
        return room;
    }

    /// Advances by 20 ms. A leg that fails does not disturb the others.
    public void tick() {
        for (Channel channel : channels) {
            guarded(channel::capture);
        }
        for (Room room : rooms) {
            guarded(room::mix);
        }
        for (Channel channel : channels) {
            guarded(channel::deliver);
        }
    }

    /// Waits until everything recorded so far is on disk.
    @Override
    public void close() {
        rooms.forEach(Room::close);
        channels.forEach(Channel::close);
        disk.close();
    }

    /// How many legs there are.
    public int channelCount() {
        return channels.size();
    }

    ExecutorService disk() {
        return disk;
    }

    void detach(Channel channel) {
        channels.remove(channel);
    }

    void remove(Room room) {
        rooms.remove(room);
    }

    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.warn("A leg or room failed in this tick", e);
        }
    }
}
