package org.patchbay.simulator.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Names with values, in the order sent; a name may occur more than once.
public record Params(List<Param> all) {

    public static final Params NONE = new Params(List.of());

    public record Param(String name, String value) {}

    public Params {
        all = List.copyOf(all);
    }

    /// Pairs of name and value.
    public static Params of(String... namesAndValues) {
        var list = new ArrayList<Param>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            list.add(new Param(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Params(list);
    }

    /// Reads a query string or a form body (UTF-8). What cannot be decoded is kept as it came.
    public static Params parse(String encoded) {
        var list = new ArrayList<Param>();
        for (String pair : encoded.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            list.add(new Param(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1))));
        }
        return new Params(list);
    }

    public Optional<String> first(String name) {
        return all.stream().filter(p -> p.name.equals(name)).map(Param::value).findFirst();
    }

    public boolean has(String name) {
        return all.stream().anyMatch(p -> p.name.equals(name));
    }

    public List<String> values(String name) {
        return all.stream().filter(p -> p.name.equals(name)).map(Param::value).toList();
    }

    public Set<String> names() {
        return all.stream().map(Param::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// These, then the others.
    public Params and(Params others) {
        var both = new ArrayList<>(all);
        both.addAll(others.all);
        return new Params(both);
    }

    public Params and(String name, String value) {
        return and(of(name, value));
    }

    /// As `application/x-www-form-urlencoded`.
    public String encoded() {
        return all.stream().map(p -> encode(p.name) + "=" + encode(p.value)).collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
