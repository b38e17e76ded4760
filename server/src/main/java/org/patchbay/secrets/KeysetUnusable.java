package org.patchbay.secrets;

/// There is no keyset to encrypt with, or what there is is none. The message says what to do and has nothing
/// of its content.
public final class KeysetUnusable extends RuntimeException {

    KeysetUnusable(String message) {
        super(message);
    }
}
