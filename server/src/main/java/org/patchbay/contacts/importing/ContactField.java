package org.patchbay.contacts.importing;

import com.fasterxml.jackson.annotation.JsonValue;

/// What a column of a file can be taken for.
public enum ContactField {
    IGNORE("ignore"),
    NAME("name"),
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    COMPANY("company"),
    EMAIL("email"),
    PHONE("phone"),
    MOBILE("mobile"),
    WORK("work"),
    NOTES("notes"),
    TAGS("tags");

    private final String code;

    ContactField(String code) {
        this.code = code;
    }

    /// As in `api/openapi.yaml`.
    @JsonValue
    public String code() {
        return code;
    }
}
