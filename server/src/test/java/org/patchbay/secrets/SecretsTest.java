package org.patchbay.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.database.NoScope;
import org.patchbay.database.Tenancy;
import org.patchbay.database.TestDatabase;
import org.patchbay.kernel.Ids;

class SecretsTest {

    private static final SecretContext CONTEXT = new EncryptedColumn("phones", "pin").in(Ids.next());
    private static final Keyset KEYSET = Keyset.generate();

    @Property(tries = 300)
    void aSecretComesBackAsItWas(@ForAll String secret) {
        Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(secret));

        assertThat(KEYSET.decrypt(CONTEXT, KEYSET.encrypt(CONTEXT, secret))).contains(secret);
    }

    @Property(tries = 300)
    void aSecretWithOneBitChangedDoesNotDecrypt(@ForAll @IntRange(max = 8 * (5 + 12 + 4 + 16) - 1) int bit) {
        byte[] encrypted = KEYSET.encrypt(CONTEXT, "4711");
        encrypted[bit / 8] ^= (byte) (1 << (bit % 8));

        assertThat(KEYSET.decrypt(CONTEXT, encrypted)).isEmpty();
    }

    @Test
    void aSecretOfAnotherPlaceIsRefusedWithoutTellingIt(@TempDir java.nio.file.Path directory) {
        try (TestDatabase database = TestDatabase.scratch()) {
            Secrets secrets =
                    TestSecrets.in(database, directory.resolve("keyset.json")).secrets();
            UUID workspace = CONTEXT.workspaceId();
            byte[] encrypted = Tenancy.asWorkspace(
                    workspace, () -> database.transactions().write(() -> secrets.encrypt(CONTEXT, "hunter2")));

            assertThat(secrets.decrypt(CONTEXT, encrypted)).isEqualTo("hunter2");
            assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
            for (SecretContext other : new SecretContext[] {
                new SecretContext(Ids.next(), "phones", "pin"),
                new SecretContext(workspace, "phone", "spin"),
                new SecretContext(workspace, "phones", "puk")
            }) {
                assertThatThrownBy(() -> secrets.decrypt(other, encrypted))
                        .isInstanceOf(SecretUnreadable.class)
                        .hasMessageContaining(other.toString())
                        .hasMessageNotContaining("hunter2")
                        .hasNoCause();
            }
            assertThatThrownBy(() -> secrets.decrypt(CONTEXT, new byte[0])).isInstanceOf(SecretUnreadable.class);
        }
    }

    @Test
    void encryptingBelongsIntoTheTransactionThatStores(@TempDir java.nio.file.Path directory) {
        try (TestDatabase database = TestDatabase.scratch()) {
            Secrets secrets =
                    TestSecrets.in(database, directory.resolve("keyset.json")).secrets();

            assertThatThrownBy(() -> Tenancy.asWorkspace(CONTEXT.workspaceId(), () -> secrets.encrypt(CONTEXT, "x")))
                    .rootCause()
                    .isInstanceOf(NoScope.class);
        }
    }

    @Test
    void aColumnsNameIsANameAndNothingElse() {
        assertThatThrownBy(() -> new EncryptedColumn("users; drop table users", "pin"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EncryptedColumn("users", "a|b")).isInstanceOf(IllegalArgumentException.class);
    }
}
