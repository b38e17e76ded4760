package org.patchbay.mail;

/// A plain-text letter.
///
/// @param to an e-mail address
/// @param subject one line
/// @param text the whole text; may hold a link that is a secret, so it is never logged
public record Letter(String to, String subject, String text) {

    @Override
    public String toString() {
        return "Letter[" + subject + "]";
    }
}
