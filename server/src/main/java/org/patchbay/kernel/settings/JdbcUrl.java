package org.patchbay.kernel.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what operators have at hand, `postgres://user:password@host1,host2:5433/name?…` (libpq's form,
/// several hosts included) into the JDBC form. What is in JDBC form already stays as it is.
///
/// [libpq connection URIs](https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS)
final class JdbcUrl {

    private static final Pattern LIBPQ =
            Pattern.compile("postgres(?:ql)?://(?:([^:@/]*)(?::([^@/]*))?@)?([^/?]+)/([^?]+)(?:\\?(.*))?");

    private JdbcUrl() {}

    /// @throws IllegalArgumentException with a phrase that reads after the variable's name
    static String from(String url) {
        if (url.startsWith("jdbc:postgresql://")) {
            return withPrimaryFirst(url);
        }
        Matcher parts = LIBPQ.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("must look like postgres://user:password@host:5432/name");
        }
        List<String> parameters = new ArrayList<>();
        if (parts.group(1) != null) {
            parameters.add("user=" + parts.group(1)); // percent-encoded in both forms
        }
        if (parts.group(2) != null) {
            parameters.add("password=" + parts.group(2));
        }
        if (parts.group(5) != null && !parts.group(5).isBlank()) {
            parameters.add(parts.group(5));
        }
        String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        return withPrimaryFirst("jdbc:postgresql://" + parts.group(3) + "/" + parts.group(4) + query);
    }

    /// With several hosts the one that takes writes is wanted, whichever that is at the moment.
    private static String withPrimaryFirst(String url) {
        String hosts = url.substring("jdbc:postgresql://".length()).split("/", 2)[0];
        if (!hosts.contains(",") || url.contains("targetServerType=")) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + "targetServerType=primary";
    }
}
