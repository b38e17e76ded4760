package org.patchbay.simulator.twiml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The elements of TwiML with their attributes and children, from the builders of the official Java
/// SDK. What is not in it gives warning 12200 (schema validation); it does not stop the document.
final class Vocabulary {

    private static final Map<String, Known> ELEMENTS = load();

    private record Known(Set<String> attributes, Set<String> children) {}

    private Vocabulary() {}

    static List<TwimlDocument.Warning> check(Element root) {
        var warnings = new ArrayList<TwimlDocument.Warning>();
        root.children().forEach(verb -> check(verb, warnings));
        return List.copyOf(warnings);
    }

    private static void check(Element element, List<TwimlDocument.Warning> warnings) {
        Known known = ELEMENTS.get(element.name());
        if (known == null) {
            warnings.add(new TwimlDocument.Warning(12200, "<" + element.name() + "> is no element of TwiML"));
            return;
        }
        for (String attribute : element.attributes().keySet()) {
            if (!known.attributes.contains(attribute)) {
                warnings.add(new TwimlDocument.Warning(
                        12200, "<" + element.name() + "> has no attribute '" + attribute + "'"));
            }
        }
        for (Element child : element.children()) {
            if (known.children.contains(child.name())) {
                check(child, warnings);
            } else {
                warnings.add(new TwimlDocument.Warning(
                        12200, "<" + child.name() + "> is not allowed in <" + element.name() + ">"));
            }
        }
    }

    private static Map<String, Known> load() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.json")) {
            var elements = new TreeMap<String, Known>();
            JsonMapper.builder()
                    .build()
                    .readTree(in)
                    .properties()
                    .forEach(entry -> elements.put(
                            entry.getKey(),
                            new Known(
                                    names(entry.getValue().path("attributes")),
                                    names(entry.getValue().path("children")))));
            return Map.copyOf(elements);
        } catch (IOException e) {
            throw new IllegalStateException("vocabulary.json is part of the jar", e);
        }
    }

    private static Set<String> names(JsonNode array) {
        var names = new TreeSet<String>();
        array.forEach(name -> names.add(name.asString()));
        return names;
    }
}
