package org.patchbay.simulator.numbers;

import org.patchbay.simulator.rest.Fields;

/// A configured URL with its method.
///
/// @param url empty when none is set
public record Hook(String url, String method) {

    public static final Hook NONE = new Hook("", "POST");

    public boolean isSet() {
        return !url.isEmpty();
    }

    /// This hook, with what the form changes: an absent field changes nothing, an empty URL clears.
    Hook updated(Fields fields, String urlField, String methodField) {
        String newUrl = fields.form().has(urlField) ? fields.url(urlField).orElse("") : url;
        return new Hook(newUrl, fields.method(methodField, method));
    }
}
