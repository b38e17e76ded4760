package org.patchbay.secrets;

import java.util.List;

/// What a feature keeps encrypted; a bean that needs nothing else. A rotation of the keyset goes through
/// these columns: one that is not declared can not be read once its key is switched off.
public interface EncryptedColumns {

    List<EncryptedColumn> declared();
}
