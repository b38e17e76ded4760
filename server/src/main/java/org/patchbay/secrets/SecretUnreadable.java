package org.patchbay.secrets;

/// A stored secret does not decrypt: its key is not in the keyset, it was encrypted for another place, or
/// somebody changed it. Which of them can not be told. The message has nothing of the secret.
public final class SecretUnreadable extends RuntimeException {

    SecretUnreadable(SecretContext context) {
        super("The secret in " + context
                + " can not be decrypted. Is the keyset the one that belongs to this database?");
    }
}
