package org.patchbay.simulator.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Say;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TwimlParserTest {

    @Test
    void verbsComeInOrderWithTheirTextAndAttributes() throws TwimlError {
        var document = TwimlParser.parse("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- greeting -->
                <Response>
                  <Say voice="alice">Hello <break time="1s"/> world &amp; all</Say>
                  <Dial action="/a?x=1&amp;y=2"><Number sendDigits="1">+14155550100</Number></Dial>
                </Response>""");
        assertThat(document.warnings()).isEmpty();
        assertThat(document.verbs()).extracting(Element::name).containsExactly("Say", "Dial");
        assertThat(document.verbs().getFirst().text()).isEqualTo("Hello  world & all");
        assertThat(document.verbs().get(1).attribute("action")).hasValue("/a?x=1&y=2");
        assertThat(document.verbs().get(1).children().getFirst().attribute("sendDigits"))
                .hasValue("1");
    }

    @Test
    void whatTwilioWouldNotReadHasItsCode() {
        assertCode("", 11770);
        assertCode("  \n", 11770);
        assertCode("<Response>" + "x".repeat(70_000) + "</Response>", 11750);
        assertCode("<Response><Say></Response>", 12100);
        assertCode("{\"a\":1}", 12100);
        assertCode("<response/>", 12100);
        assertCode(
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Response><Say>&x;</Say></Response>", 12100);
        assertCode("<Response>" + "<Say>".repeat(100) + "</Say>".repeat(100) + "</Response>", 12100);
    }

    private static void assertCode(String xml, int code) {
        assertThatThrownBy(() -> TwimlParser.parse(xml))
                .isInstanceOfSatisfying(
                        TwimlError.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void everyAttributeOfTheOfficialBuildersIsKnown() throws TwimlError {
        String xml = new VoiceResponse.Builder()
                .gather(new Gather.Builder()
                        .action("/a")
                        .numDigits(1)
                        .finishOnKey("#")
                        .hints("yes, no")
                        .say(new Say.Builder("Hi").loop(2).build())
                        .build())
                .dial(new Dial.Builder()
                        .conference(new Conference.Builder("room")
                                .beep(Conference.Beep.FALSE)
                                .participantLabel("x")
                                .build())
                        .build())
                .build()
                .toXml();
        assertThat(TwimlParser.parse(xml).warnings()).isEmpty();
    }

    @Property
    void anyTextIsReadOrRefusedAndNothingElse(@ForAll @StringLength(max = 200) String text) {
        readOrRefused(text);
    }

    @Property
    void anyMarkupIsReadOrRefusedAndNothingElse(
            @ForAll @StringLength(max = 80) @CharRange(from = ' ', to = '~') String inside) {
        readOrRefused("<Response>" + inside + "</Response>");
        readOrRefused("<Response><Say " + inside + "/></Response>");
    }

    private static void readOrRefused(String xml) {
        try {
            assertThat(TwimlParser.parse(xml).verbs()).isNotNull();
        } catch (TwimlError e) {
            assertThat(e.code()).isBetween(11000, 12999);
        }
    }
}
