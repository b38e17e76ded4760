package org.patchbay.simulator.twiml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `twiml-attributes.json` was read off the builders of the official Java SDK 13.0.1 (MIT).
class VocabularyTest {

    /// Twilio's documentation has these two; the SDK's builders do not.
    private static final Map<String, Set<String>> DOCUMENTED_ONLY =
            Map.of("Client", Set.of("clientNotificationUrl"), "Recording", Set.of("name"));

    @Test
    void everyElementAndAttributeOfTheOfficialSdkIsKnownAndNoOther() throws IOException {
        assertThat(attributes(read("/org/patchbay/simulator/twiml/vocabulary.json")))
                .isEqualTo(ofTheSdk());
    }

    private static Map<String, Set<String>> ofTheSdk() throws IOException {
        var elements = new TreeMap<String, Set<String>>();
        read("/twiml-attributes.json").path("elements").properties().forEach(entry -> {
            String name = entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1);
            if (!entry.getKey().startsWith("fax.") && !name.endsWith("Response")) {
                elements.computeIfAbsent(tag(name), tag -> new TreeSet<>(DOCUMENTED_ONLY.getOrDefault(tag, Set.of())))
                        .addAll(entry.getValue().path("attributes").propertyNames());
            }
        });
        return elements;
    }

    /// `SsmlSayAs` is the builder of `<say-as>`.
    private static String tag(String name) {
        return name.startsWith("Ssml")
                ? name.substring(4).replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)
                : name;
    }

    private static Map<String, Set<String>> attributes(JsonNode vocabulary) {
        return vocabulary.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue()
                                .path("attributes")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static JsonNode read(String resource) throws IOException {
        try (InputStream in = VocabularyTest.class.getResourceAsStream(resource)) {
            return JsonMapper.shared().readTree(in);
        }
    }
}
