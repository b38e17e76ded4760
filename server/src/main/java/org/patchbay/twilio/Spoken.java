package org.patchbay.twilio;

import com.twilio.twiml.voice.Say;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A sentence that a caller hears.
///
/// Sentences hold what people typed, such as a company's name. What XML can not hold is left out, for a
/// document that is not well-formed ends the call; what is longer than Twilio speaks is cut off.
/// Sources: [XML 1.0, characters](https://www.w3.org/TR/xml/#charsets),
/// [Say](https://www.twilio.com/docs/voice/twiml/say).
///
/// @param words at most [#LONGEST] characters; may be blank, then nothing is said
/// @param language of the voice, such as `de-DE`; null for Twilio's own, US English
public record Spoken(String words, @Nullable String language) {

    public static final int LONGEST = 4_096;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    /// @throws IllegalArgumentException if the language has not the form of one
    public Spoken {
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException("not a language");
        }
        words = cut(speakable(words));
    }

    public static Spoken of(String words) {
        return new Spoken(words, null);
    }

    boolean isSilent() {
        return words.isBlank();
    }

    Say say() {
        Say.Builder say = new Say.Builder(words);
        // The SDK knows fewer languages than Twilio.
        return (language == null ? say : say.option("language", language)).build();
    }

    /// Words stay apart where a line break or another control character stood between them.
    private static String speakable(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        words.codePoints().map(Spoken::speakable).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static int speakable(int character) {
        boolean inXml = character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
        return inXml && !Character.isISOControl(character) ? character : ' ';
    }

    private static String cut(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return words.substring(0, end);
    }
}
