package org.patchbay.contacts;

import org.jspecify.annotations.Nullable;

/// Which contacts are meant; null for all.
///
/// @param text in names, companies, e-mail addresses and tags, or digits of a phone
/// @param phoneNumber E.164: whose phone exactly this is
public record ContactQuery(@Nullable String text, @Nullable String phoneNumber) {

    /// What a phone may be written with. Words with a digit in them are no number.
    private static final String NUMBER = "[+0-9 ()./-]*[0-9][+0-9 ()./-]*";

    /// What `like` takes for a pattern is meant as it is.
    @Nullable
    String pattern() {
        return text == null
                ? null
                : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /// A part of an E.164 number. Zeros that lead a national or an international number are not part of it.
    @Nullable
    String digits() {
        if (text == null || !text.matches(NUMBER)) {
            return null;
        }
        String digits = text.replaceAll("[^0-9]", "");
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return "%" + significant + "%";
    }
}
