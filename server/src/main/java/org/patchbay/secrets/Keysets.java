package org.patchbay.secrets;

import java.util.List;
import org.patchbay.kernel.settings.Settings.KeysetSource;

/// Where the keyset comes from, and what it is at the moment.
sealed interface Keysets permits KeysetFile, Keysets.Inline {

    /// @throws KeysetUnusable saying which setting or file is wrong
    static Keysets from(KeysetSource source) {
        return switch (source) {
            case KeysetSource.InFile(var path) -> KeysetFile.open(path);
            case KeysetSource.Inline(var json) ->
                new Inline(Keyset.parse(json)
                        .orElseThrow(() -> new KeysetUnusable(
                                "PATCHBAY_ENCRYPTION_KEYSET is not a keyset as Tink writes it in JSON.")));
        };
    }

    /// @throws KeysetUnusable if it is gone: what it encrypted now, nobody could read after a restart
    Keyset forEncrypting();

    /// What may decrypt, the likeliest first.
    List<Keyset> forDecrypting();

    /// As [#forDecrypting()], but looked up anew.
    List<Keyset> readAnew();

    /// A keyset that was given to us and that we can not change.
    record Inline(Keyset keyset) implements Keysets {

        @Override
        public Keyset forEncrypting() {
            return keyset;
        }

        @Override
        public List<Keyset> forDecrypting() {
            return List.of(keyset);
        }

        @Override
        public List<Keyset> readAnew() {
            return List.of(keyset);
        }
    }
}
