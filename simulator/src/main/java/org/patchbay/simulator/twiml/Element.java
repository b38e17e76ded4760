package org.patchbay.simulator.twiml;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A verb or a noun.
///
/// @param attributes as written, in document order
/// @param text all text inside, that of children included, blanks at both ends removed
/// @param children elements directly inside
public record Element(String name, Map<String, String> attributes, String text, List<Element> children) {

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    public String attribute(String name, String otherwise) {
        return attributes.getOrDefault(name, otherwise);
    }

    /// `true` or `false`; anything else counts as absent.
    public boolean flag(String name, boolean otherwise) {
        return switch (attributes.getOrDefault(name, "")) {
            case "true" -> true;
            case "false" -> false;
            default -> otherwise;
        };
    }

    /// A whole number; one out of bounds, or none at all, counts as absent.
    public int number(String name, int otherwise, int least, int most) {
        try {
            int value = Integer.parseInt(attributes.getOrDefault(name, "").strip());
            return value >= least && value <= most ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /// GET or POST.
    public String method(String name, String otherwise) {
        String method = attribute(name, otherwise).toUpperCase(Locale.ROOT);
        return method.equals("GET") || method.equals("POST") ? method : otherwise;
    }

    /// The blank-separated words of an attribute.
    public List<String> words(String name) {
        String value = attribute(name, "").strip();
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
    }
}
