package org.patchbay.database;

/// The database was touched without a [Scope], or outside a transaction. A fault in our code: there is
/// no workspace to fall back to.
public final class NoScope extends IllegalStateException {

    NoScope(String message) {
        super(message);
    }
}
