package org.patchbay.kernel.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns what operators have at hand, `postgres://user:password@host1,host2:5433/name?…` (libpq's form,
/// several hosts included) into the JDBC form. What is in JDBC form already stays as it is.
///
/// [libpq connection URIs](https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS)
final class JdbcUrl {

    private static final String JDBC = "jdbc:postgresql://";
    private static final String HOST = "(?:\\[[0-9a-fA-F:.]+]|[^:,/?@\\[\\]]+)(?::\\d{1,5})?";
    private static final String PLACE = "(?<hosts>" + HOST + "(?:," + HOST + ")*)/(?<name>[^/?]+)(?:\\?(?<query>.*))?";
    private static final Pattern LIBPQ_FORM =
            Pattern.compile("postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?" + PLACE);
    private static final Pattern JDBC_FORM = Pattern.compile(JDBC + PLACE);
    private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");

    /// libpq's `target_session_attrs` in the driver's words.
    private static final Map<String, String> SERVER_TYPES = Map.of(
            "any", "any",
            "read-write", "primary",
            "primary", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    private JdbcUrl() {}

    /// @throws IllegalArgumentException with a phrase that reads after the variable's name
    static String from(String url) {
        Matcher jdbc = JDBC_FORM.matcher(url);
        if (jdbc.matches()) {
            return withPrimaryFirst(url, jdbc.group("hosts"));
        }
        Matcher libpq = LIBPQ_FORM.matcher(url);
        if (!libpq.matches() || BROKEN_PERCENT.matcher(url).find()) {
            throw new IllegalArgumentException("must look like postgres://user:password@host:5432/name");
        }
        List<String> parameters = new ArrayList<>();
        add(parameters, "user", libpq.group("user"));
        add(parameters, "password", libpq.group("password"));
        if (libpq.group("query") != null) {
            for (String parameter : libpq.group("query").split("&")) {
                addTranslated(parameters, parameter);
            }
        }
        String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        String hosts = libpq.group("hosts");
        return withPrimaryFirst(JDBC + hosts + "/" + plusKept(libpq.group("name")) + query, hosts);
    }

    private static void add(List<String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.add(name + "=" + plusKept(value));
        }
    }

    private static void addTranslated(List<String> parameters, String parameter) {
        String[] parts = parameter.split("=", 2);
        if (parts.length < 2) {
            return;
        }
        if (parts[0].equals("target_session_attrs")) {
            add(parameters, "targetServerType", SERVER_TYPES.getOrDefault(parts[1], "primary"));
        } else {
            add(parameters, parts[0], parts[1]);
        }
    }

    /// Percent-encoded in both forms, but only JDBC's takes a plus for a space.
    private static String plusKept(String encoded) {
        return encoded.replace("+", "%2B");
    }

    /// With several hosts the one that takes writes is wanted, whichever that is at the moment.
    private static String withPrimaryFirst(String url, String hosts) {
        if (!hosts.contains(",") || url.contains("targetServerType=")) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + "targetServerType=primary";
    }
}
