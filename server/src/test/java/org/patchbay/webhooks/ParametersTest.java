package org.patchbay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void emptyOnesAndDuplicatesAreKeptInTheirOrder() throws Exception {
        Parameters parsed = Parameters.parse("FromState=&A=2&B&A=1&A=2&=x&C=a%3Db+c=d");

        assertThat(parsed.values())
                .containsExactly(
                        Map.entry("FromState", List.of("")),
                        Map.entry("A", List.of("2", "1", "2")),
                        Map.entry("B", List.of("")),
                        Map.entry("", List.of("x")),
                        Map.entry("C", List.of("a=b c=d")));
    }

    @Test
    void anEmptyValueIsNoValue() throws Exception {
        assertThat(Parameters.parse("From=&To=x").get("From")).isEmpty();
        assertThat(Parameters.parse("From=&To=x").get("To")).contains("x");
        assertThat(Parameters.parse("").values()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%-1", "a=%ff", "a=%c3", "a=%ed%a0%80", "%ff=a"})
    void brokenEncodingIsMalformed(String form) {
        assertThatThrownBy(() -> Parameters.parse(form)).isInstanceOf(Parameters.Malformed.class);
    }

    /// Whoever sends it need not be Twilio: a form is read before its signature can be checked.
    @Test
    void aMegabyteOfOneNameIsReadInOneGo() throws Exception {
        int times = 500_000;

        assertThat(Parameters.parse("a&".repeat(times)).values().get("a")).hasSize(times);
    }

    @Property
    void whateverIsEncodedIsReadBack(
            @ForAll @Size(max = 5) Map<@Size(max = 5) String, @Size(min = 1, max = 3) List<String>> values)
            throws Exception {
        Map<String, List<String>> wellFormed = values.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> wellFormed(entry.getKey()),
                        entry -> entry.getValue().stream()
                                .map(ParametersTest::wellFormed)
                                .toList(),
                        (one, other) -> one));
        String form = wellFormed.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));

        assertThat(Parameters.parse(form).values()).isEqualTo(wellFormed);
    }

    @Test
    void whatPeopleWroteIsNotInAString() throws Exception {
        assertThat(Parameters.parse("Body=secret").toString()).doesNotContain("secret");
    }

    private static String wellFormed(String any) {
        return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
