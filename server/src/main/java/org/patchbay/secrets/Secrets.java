package org.patchbay.secrets;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Encrypts and decrypts what a workspace keeps secret.
@Component
public class Secrets {

    private final Keysets keysets;
    private final KeysetFence fence;

    Secrets(Keysets keysets, KeysetFence fence) {
        this.keysets = keysets;
        this.fence = fence;
    }

    /// To be called in the transaction that stores the answer, so that a rotation of the keyset does not miss it.
    ///
    /// @return what goes into the `bytea` column; different each time
    /// @throws org.patchbay.database.NoScope outside a transaction
    /// @throws KeysetUnusable if the keyset's file is gone
    public byte[] encrypt(SecretContext context, String secret) {
        fence.share();
        return keysets.forEncrypting().encrypt(context, secret);
    }

    /// @throws SecretUnreadable if it was encrypted for another context, changed, or its key is not there
    public String decrypt(SecretContext context, byte[] encrypted) {
        return decrypted(keysets.forDecrypting(), context, encrypted)
                .or(() -> decrypted(keysets.readAnew(), context, encrypted))
                .orElseThrow(() -> new SecretUnreadable(context));
    }

    private static Optional<String> decrypted(List<Keyset> keysets, SecretContext context, byte[] encrypted) {
        return keysets.stream()
                .flatMap(keyset -> keyset.decrypt(context, encrypted).stream())
                .findFirst();
    }
}
