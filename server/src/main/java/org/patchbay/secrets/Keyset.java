package org.patchbay.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;

/// AES-256-GCM keys, one of which encrypts while all enabled ones decrypt.
///
/// Each ciphertext begins with the id of its key, so that one can tell which key it needs:
/// [Tink's wire format](https://developers.google.com/tink/wire-format).
final class Keyset {

    private static final byte TINK_PREFIX = 1;
    private static final int PREFIX_LENGTH = 5;

    private final KeysetHandle handle;
    private final Aead aead;

    private Keyset(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    static Keyset generate() {
        return made(() -> KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    /// @return empty if it is no keyset for authenticated encryption; the reason might quote it
    static Optional<Keyset> parse(String json) {
        try {
            register();
            return Optional.of(new Keyset(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())));
        } catch (GeneralSecurityException | RuntimeException notOne) {
            return Optional.empty();
        }
    }

    /// With the keys in the clear: for the file of mode 0600 only.
    String toJson() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a keyset that was read can be written", impossible);
        }
    }

    byte[] encrypt(SecretContext context, String secret) {
        try {
            return aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), context.associatedData());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM encrypts whatever fits into memory", impossible);
        }
    }

    /// @return empty if no enabled key decrypts it for that place
    Optional<String> decrypt(SecretContext context, byte[] encrypted) {
        try {
            return Optional.of(new String(aead.decrypt(encrypted, context.associatedData()), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    /// Keys for another purpose than encryption: of the primary key first, then of all others that are enabled.
    /// They are the same on every node.
    List<SecretKey> derive(String purpose) {
        return trusted(() -> {
            List<SecretKey> derived = new ArrayList<>();
            derived.add(DerivedKey.of(handle.getPrimary(), purpose));
            for (int index = 0; index < handle.size(); index++) {
                KeysetHandle.Entry entry = handle.getAt(index);
                if (entry.getStatus() == KeyStatus.ENABLED && !entry.isPrimary()) {
                    derived.add(DerivedKey.of(entry, purpose));
                }
            }
            return derived;
        });
    }

    /// What everything that the primary key encrypted begins with: 5 bytes.
    byte[] primaryPrefix() {
        return ByteBuffer.allocate(PREFIX_LENGTH)
                .put(TINK_PREFIX)
                .putInt(handle.getPrimary().getId())
                .array();
    }

    /// Whether a rotation was begun and not ended.
    boolean inRotation() {
        int enabled = 0;
        for (int index = 0; index < handle.size(); index++) {
            enabled += handle.getAt(index).getStatus() == KeyStatus.ENABLED ? 1 : 0;
        }
        return enabled > 1;
    }

    /// A new key that encrypts from now on; the others still decrypt.
    Keyset withNewPrimary() {
        return made(() -> KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    /// The other keys are kept but switched off, so that an old backup can still be made readable.
    Keyset withPrimaryOnly() {
        return made(() -> {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
            for (int index = 0; index < builder.size(); index++) {
                if (!builder.getAt(index).isPrimary()) {
                    builder.getAt(index).setStatus(KeyStatus.DISABLED);
                }
            }
            return builder.build();
        });
    }

    @Override
    public String toString() {
        return "Keyset[…]";
    }

    private static Keyset made(Maker<KeysetHandle> maker) {
        return trusted(() -> {
            register();
            return new Keyset(maker.make());
        });
    }

    private static <T> T trusted(Maker<T> maker) {
        try {
            return maker.make();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink refuses its own keys", impossible);
        }
    }

    private static void register() throws GeneralSecurityException {
        AeadConfig.register();
    }

    private interface Maker<T> {
        T make() throws GeneralSecurityException;
    }
}
