package org.patchbay.secrets;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// A key for something else than encryption, made from one of the keyset's keys by
/// [HKDF](https://www.rfc-editor.org/rfc/rfc5869). Whoever has it can not get at the key it was made from.
final class DerivedKey {

    private static final int LENGTH = 32;

    private DerivedKey() {}

    /// @param entry of whatever kind of key
    /// @param purpose makes each use another key
    static SecretKey of(KeysetHandle.Entry entry, String purpose) throws GeneralSecurityException {
        KeysetHandle alone = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(entry.getKey())
                        .withFixedId(entry.getId())
                        .makePrimary())
                .build();
        byte[] material = TinkProtoKeysetFormat.serializeKeyset(alone, InsecureSecretKeyAccess.get());
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "HmacSHA256",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(material)
                                .thenExpand(("patchbay|" + purpose).getBytes(StandardCharsets.UTF_8), LENGTH));
    }
}
