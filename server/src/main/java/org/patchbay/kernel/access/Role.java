package org.patchbay.kernel.access;

import java.util.Locale;

/// What a member, or an API key, is in a workspace; the highest first.
public enum Role {
    OWNER,
    ADMIN,
    SUPERVISOR,
    AGENT;

    /// As the database and the API write it: lower case.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for anything else than a [#code()]
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// Whether this role may give, change or take that one: nobody reaches above themselves.
    public boolean reaches(Role other) {
        return ordinal() <= other.ordinal();
    }
}
