package org.patchbay.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Say;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TwimlTextTest {

    @Property(tries = 200)
    void meansWhatTheSdkMeans(
            @ForAll @StringLength(min = 1, max = 40) @CharRange(from = ' ', to = '\uD7FF') String sentence,
            @ForAll @StringLength(max = 40) @CharRange(from = ' ', to = '\uD7FF') String label)
            throws Exception {
        VoiceResponse document = document(sentence + "<&>\"'", label + "<&>\"'");

        assertThat(parsed(TwimlText.of(document)).isEqualNode(parsed(document.toXml())))
                .isTrue();
    }

    @Test
    void isWrittenAsTheSdkWritesIt() throws Exception {
        VoiceResponse document = document("One moment, Zoë.", "customer-1");

        assertThat(TwimlText.of(document)).isEqualTo(document.toXml());
    }

    @Test
    void whatXmlCanNotHoldSpoilsNothing() throws Exception {
        String text = TwimlText.of(document("a\u0001b\uD800c\uD83D\uDE00", "x\ny"));

        assertThat(parsed(text).getDocumentElement().getFirstChild().getTextContent())
                .isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00");
        assertThat(text).contains("participantLabel=\"x&#10;y\"");
    }

    private static VoiceResponse document(String sentence, String label) {
        return new VoiceResponse.Builder()
                .say(new Say.Builder(sentence).build())
                .dial(new Dial.Builder()
                        .conference(new Conference.Builder("incoming-1")
                                .participantLabel(label)
                                .beep(Conference.Beep.FALSE)
                                .build())
                        .build())
                .hangup(new Hangup.Builder().build())
                .build();
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }
}
