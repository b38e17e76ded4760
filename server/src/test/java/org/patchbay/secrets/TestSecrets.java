package org.patchbay.secrets;

import java.nio.file.Path;
import java.util.List;
import org.patchbay.database.TestDatabase;
import org.patchbay.kernel.settings.Settings.KeysetSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/// Secrets over a test's database with a keyset file of its own, as a server and a rotation have them.
public record TestSecrets(TestDatabase database, Path file, Keysets keysets, Secrets secrets) {

    public static TestSecrets in(TestDatabase database, Path file) {
        Keysets keysets = Keysets.from(new KeysetSource.InFile(file));
        return new TestSecrets(database, file, keysets, new Secrets(keysets, new KeysetFence(database.jdbc())));
    }

    /// Those of a server with a keyset of its own.
    public static Seals seals() {
        return new Seals(new Keysets.Inline(Keyset.generate()));
    }

    /// A rotation as another process would do it.
    KeysetRotation rotation(EncryptedColumns features) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("features", features);
        return new KeysetRotation(
                database.jdbc(),
                database.transactions(),
                new KeysetFence(database.jdbc()),
                beans.getBeanProvider(EncryptedColumns.class));
    }

    /// Rotates the keyset as the command does.
    ///
    /// @return the exit code
    public int rotate(EncryptedColumns features, List<String> said) {
        return new RotateKeyset(Keysets.from(new KeysetSource.InFile(file)), rotation(features)).run(said::add);
    }

    KeysetFile openFile() {
        return KeysetFile.open(file);
    }
}
