package org.patchbay.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.settings.Settings.KeysetSource;

class KeysetFileTest {

    private static final SecretContext CONTEXT = new SecretContext(Ids.next(), "phones", "pin");

    @TempDir
    private Path directory;

    private Path path;

    @BeforeEach
    void inADirectoryThatIsNotThereYet() {
        path = directory.resolve("data").resolve("keyset.json");
    }

    @Test
    void theFirstStartMakesAFileForItsUserOnlyAndLeavesNothingBesideIt() throws IOException {
        KeysetFile.open(path);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(filesBeside()).containsExactly(path);
    }

    @Test
    void aReplacedFileIsForItsUserOnlyToo() throws IOException {
        KeysetFile file = KeysetFile.open(path);
        file.replace(Keyset.generate());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(filesBeside()).containsExactly(path);
    }

    @Test
    void laterStartsAndOtherProcessesUseTheSameKeys() {
        byte[] encrypted = KeysetFile.open(path).forEncrypting().encrypt(CONTEXT, "4711");

        assertThat(KeysetFile.open(path).forEncrypting().decrypt(CONTEXT, encrypted))
                .contains("4711");
    }

    @Test
    void processesThatStartAtOnceAgreeOnOneKeyset() throws Exception {
        Callable<byte[]> start = () -> KeysetFile.open(path).forEncrypting().encrypt(CONTEXT, "4711");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<byte[]> encrypted :
                    threads.invokeAll(Stream.generate(() -> start).limit(8).toList())) {
                assertThat(KeysetFile.open(path).forEncrypting().decrypt(CONTEXT, encrypted.get()))
                        .contains("4711");
            }
        }
    }

    @Test
    void whatAnotherProcessPutsThereIsUsedAtOnce() {
        KeysetFile server = KeysetFile.open(path);
        KeysetFile rotation = KeysetFile.open(path);

        rotation.replace(rotation.forEncrypting().withNewPrimary());

        byte[] encrypted = server.forEncrypting().encrypt(CONTEXT, "4711");
        assertThat(encrypted).startsWith(rotation.forEncrypting().primaryPrefix());
    }

    @Test
    void aRowReadBeforeTheOldKeyWasSwitchedOffStillDecrypts() {
        KeysetFile server = KeysetFile.open(path);
        byte[] readBefore = server.forEncrypting().encrypt(CONTEXT, "4711");
        KeysetFile rotation = KeysetFile.open(path);
        rotation.replace(rotation.forEncrypting().withNewPrimary());
        assertThat(server.forDecrypting()).hasSize(2);
        rotation.replace(rotation.forEncrypting().withPrimaryOnly());

        assertThat(server.forDecrypting())
                .anyMatch(keyset -> keyset.decrypt(CONTEXT, readBefore).isPresent());
        assertThat(KeysetFile.open(path).forDecrypting())
                .noneMatch(keyset -> keyset.decrypt(CONTEXT, readBefore).isPresent());
    }

    @Test
    void withTheFileGoneNothingIsEncryptedButWhatIsThereCanBeRead() throws IOException {
        KeysetFile file = KeysetFile.open(path);
        byte[] encrypted = file.forEncrypting().encrypt(CONTEXT, "4711");
        Files.delete(path);

        assertThatThrownBy(file::forEncrypting)
                .isInstanceOf(KeysetUnusable.class)
                .hasMessageContaining(path.toString());
        assertThat(file.forDecrypting().getFirst().decrypt(CONTEXT, encrypted)).contains("4711");
    }

    @Test
    void whatIsNoKeysetIsRefusedWithoutRepeatingIt() throws IOException {
        Files.createDirectories(path.getParent());
        for (String wrong : List.of("", "hunter2", "{\"hunter2\":", "{\"primaryKeyId\":1,\"key\":[\"hunter2\"]}")) {
            Files.writeString(path, wrong);
            assertThatThrownBy(() -> KeysetFile.open(path))
                    .isInstanceOf(KeysetUnusable.class)
                    .hasMessageContaining(path.toString())
                    .hasMessageNotContaining("hunter2")
                    .hasNoCause();
            assertThatThrownBy(() -> Keysets.from(new KeysetSource.Inline(wrong)))
                    .isInstanceOf(KeysetUnusable.class)
                    .hasMessageContaining("PATCHBAY_ENCRYPTION_KEYSET")
                    .hasMessageNotContaining("hunter2")
                    .hasNoCause();
        }
    }

    @Test
    void aKeysetDoesNotShowItself() {
        Keyset keyset = Keyset.generate();

        assertThat(keyset.toString()).isEqualTo("Keyset[…]");
        assertThat(new Keysets.Inline(keyset).toString()).doesNotContain("key\"");
    }

    private List<Path> filesBeside() throws IOException {
        try (Stream<Path> files = Files.list(path.getParent())) {
            return files.toList();
        }
    }
}
