package org.patchbay.simulator.state;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The file of a simulator's state: JSON, readable by its owner only, since it holds auth tokens and
/// the secrets of keys. It is replaced as a whole, so that a crash leaves the old one or the new one.
final class StateFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            // Questions such as isSubaccount() are no part of the state.
            .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(Visibility.NONE))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;

    StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(file);
    }

    /// @throws BadState when the file cannot be read, or is none of ours
    SavedState read() {
        try {
            var saved = MAPPER.readValue(Files.readAllBytes(file), SavedState.class);
            if (saved == null || saved.version() != SavedState.VERSION) {
                throw new BadState(file, "it is no state of this version of the simulator");
            }
            return saved;
        } catch (IOException e) {
            throw new BadState(file, "it cannot be read");
        } catch (JacksonException e) {
            throw new BadState(file, "it is no state of a simulator");
        }
    }

    static byte[] bytes(SavedState state) {
        return MAPPER.writeValueAsBytes(state);
    }

    /// @throws BadState when the file cannot be written
    void write(byte[] content) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.deleteIfExists(fresh);
            writeDurably(fresh, content);
            move(fresh);
        } catch (IOException e) {
            throw new BadState(file, "it cannot be written");
        }
    }

    private void writeDurably(Path fresh, byte[] content) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // From the first byte on: a file that is closed to others only afterwards was open for a moment.
        boolean posix = fresh.getFileSystem().supportedFileAttributeViews().contains("posix");
        var channel = posix
                ? FileChannel.open(
                        fresh,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(fresh, options);
        try (channel) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
