package org.patchbay.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps a data directory for one process. The system gives it back when the process dies, however it dies.
///
/// Within the process the held directories are remembered beside: a second look at the file would end the
/// lock, because POSIX drops it with the first descriptor of that file that is closed.
record DirectoryLock(Path home, FileChannel channel) implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /// @return empty if somebody else has it, be it in this very process
    static Optional<DirectoryLock> take(Path directory) {
        try {
            Files.createDirectories(directory);
            Path home = directory.toRealPath();
            if (!HELD.add(home)) {
                return Optional.empty();
            }
            FileChannel channel =
                    FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            DirectoryLock lock = new DirectoryLock(home, channel);
            if (channel.tryLock() != null) {
                return Optional.of(lock);
            }
            lock.close();
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not use " + directory, failed);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            HELD.remove(home);
        }
    }
}
