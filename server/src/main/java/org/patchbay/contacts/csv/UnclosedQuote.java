package org.patchbay.contacts.csv;

/// A file that ends inside quotes: where its fields end nobody can say.
public final class UnclosedQuote extends RuntimeException {

    private final int line;

    UnclosedQuote(int line) {
        super("a quote in line " + line + " is never closed", null, false, false);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
