package org.patchbay.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.patchbay.kernel.Command;
import org.springframework.stereotype.Component;

/// The command `rotate-keyset`.
@Component("rotate-keyset")
class RotateKeyset implements Command {

    private final Keysets keysets;
    private final KeysetRotation rotation;

    RotateKeyset(Keysets keysets, KeysetRotation rotation) {
        this.keysets = keysets;
        this.rotation = rotation;
    }

    @Override
    public int run(Consumer<String> say) {
        return switch (keysets) {
            case Keysets.Inline given -> refuse(say);
            case KeysetFile file -> rotateAlone(file, say);
        };
    }

    private static int refuse(Consumer<String> say) {
        say.accept("PATCHBAY_ENCRYPTION_KEYSET holds the keyset itself, and Patchbay can not write into its own"
                + " environment.");
        say.accept("Put its value into a file of mode 0600 that all nodes share, set PATCHBAY_ENCRYPTION_KEYSET to"
                + " the file's path, restart the nodes, and run this again.");
        say.accept("Afterwards the file's content may become the variable's value again.");
        return 1;
    }

    private int rotateAlone(KeysetFile file, Consumer<String> say) {
        Path beside = file.path().resolveSibling(file.path().getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                return report(rotation.run(file), say);
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // The same answer as for another process.
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not use " + beside, failed);
        }
        say.accept("Another rotation of this keyset is running.");
        return 1;
    }

    private static int report(KeysetRotation.Outcome outcome, Consumer<String> say) {
        if (outcome.resumed()) {
            say.accept("An earlier rotation had been broken off; it was taken up.");
        }
        say.accept("Re-encrypted " + outcome.reencrypted() + " secrets with the new key.");
        if (outcome.unreadable().isEmpty()) {
            say.accept("The old keys are switched off. Back up the keyset file now.");
            return 0;
        }
        outcome.unreadable().forEach(context -> say.accept("Can not be decrypted: " + context));
        say.accept("The old keys stay in use until these are repaired or removed; then run this again.");
        return 1;
    }
}
