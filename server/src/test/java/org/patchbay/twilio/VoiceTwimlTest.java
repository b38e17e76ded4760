package org.patchbay.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.twilio.VoiceTwiml.Refusal;

class VoiceTwimlTest {

    private static final WebhookUrls URLS =
            WebhookUrls.relative(UUID.fromString("01990000-0000-7000-8000-000000000001"));
    private static final Map<String, String> IDS = Map.of("call", "c1", "leg", "l1");
    private static final String OURS = "/api/twilio/01990000-0000-7000-8000-000000000001/voice/";
    private static final String PATIENCE = "#rc=3&rp=5xx,ct,rt&tt=15000";
    private static final Spoken NOTICE = new Spoken("Dieser Anruf wird aufgezeichnet.", "de-DE");

    private static ConferenceLeg leg(@Nullable URI recording, @Nullable URI wait, @Nullable Spoken notice) {
        ConferenceRoom room = new ConferenceRoom("incoming-CA1", URLS.voiceConference(IDS), recording);
        return new ConferenceLeg(room, "customer", false, true, wait, notice);
    }

    private static ForwardLeg forward(@Nullable URI whisper, @Nullable Spoken notice) {
        return new ForwardLeg(
                "+493012345",
                "+493099999",
                Duration.ofSeconds(25),
                URLS.voiceAnswer(IDS),
                URLS.voiceStatus(IDS),
                URLS.voiceRecording(IDS),
                whisper,
                notice);
    }

    @Test
    void aLegJoinsARecordedConferenceAfterTheNotice() {
        Document document = Document.of(
                VoiceTwiml.conference(leg(URLS.voiceRecording(IDS), URI.create("/sounds/t/ringing.xml"), NOTICE)));
        assertThat(document.verbs()).containsExactly("Say", "Dial");
        assertThat(document.text("Say")).isEqualTo(NOTICE.words());
        assertThat(document.attributes("Say")).containsExactly(entry("language", "de-DE"));
        assertThat(document.text("Conference")).isEqualTo("incoming-CA1");
        assertThat(document.attributes("Dial")).isEmpty();
        assertThat(document.attributes("Conference"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("beep", "false"),
                        entry("jitterBufferSize", "small"),
                        entry("participantLabel", "customer"),
                        entry("startConferenceOnEnter", "false"),
                        entry("endConferenceOnExit", "true"),
                        entry("waitUrl", "/sounds/t/ringing.xml"),
                        entry("waitMethod", "GET"),
                        entry("statusCallback", OURS + "conference?call=c1&leg=l1" + PATIENCE),
                        entry("statusCallbackMethod", "POST"),
                        entry("statusCallbackEvent", "start end join leave mute hold modify"),
                        entry("record", "record-from-start"),
                        entry("recordingStatusCallback", OURS + "recording?call=c1&leg=l1" + PATIENCE),
                        entry("recordingStatusCallbackMethod", "POST"),
                        entry("recordingStatusCallbackEvent", "in-progress completed absent")));
    }

    @Test
    void withoutRecordingNobodyIsToldOfOneAndWithoutAWaitingSoundItIsSilent() {
        Document document = Document.of(VoiceTwiml.conference(leg(null, null, null)));
        assertThat(document.verbs()).containsExactly("Dial");
        assertThat(document.attributes("Conference"))
                .containsEntry("record", "do-not-record")
                .containsEntry("waitUrl", "")
                .doesNotContainKey("recordingStatusCallback");
    }

    @Test
    void aForwardedCallKeepsTheCallersNumberAndIsRecordedByChannel() {
        Document document = Document.of(VoiceTwiml.forward(forward(URLS.voiceAnswer(Map.of("whisper", "1")), NOTICE)));
        assertThat(document.verbs()).containsExactly("Say", "Dial");
        assertThat(document.text("Number")).isEqualTo("+493012345");
        assertThat(document.attributes("Dial"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("action", OURS + "answer?call=c1&leg=l1" + PATIENCE),
                        entry("method", "POST"),
                        entry("timeout", "25"),
                        entry("callerId", "+493099999"),
                        entry("answerOnBridge", "false"),
                        entry("record", "record-from-answer-dual"),
                        entry("recordingStatusCallback", OURS + "recording?call=c1&leg=l1" + PATIENCE),
                        entry("recordingStatusCallbackMethod", "POST"),
                        entry("recordingStatusCallbackEvent", "in-progress completed absent")));
        assertThat(document.attributes("Number"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "url", OURS + "answer?whisper=1" + PATIENCE,
                        "method", "POST",
                        "statusCallback", OURS + "status?call=c1&leg=l1" + PATIENCE,
                        "statusCallbackMethod", "POST",
                        "statusCallbackEvent", "initiated ringing answered completed"));
    }

    @Test
    void aCallerWhoHasHeardNothingHearsRealRinging() {
        assertThat(Document.of(VoiceTwiml.forward(forward(null, null))).attributes("Dial"))
                .containsEntry("answerOnBridge", "true");
        assertThat(Document.of(VoiceTwiml.forward(forward(null, Spoken.of(" \u0001 "))))
                        .attributes("Dial"))
                .containsEntry("answerOnBridge", "true");
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 601, -1})
    void aRingTimeThatTwilioDoesNotKnowIsRefused(long seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForwardLeg(
                        "+493012345",
                        null,
                        Duration.ofSeconds(seconds),
                        URLS.voice(),
                        URLS.voiceStatus(),
                        null,
                        null,
                        null));
    }

    @Test
    void theSmallDocumentsSayWhatTheyDo() {
        assertThat(Document.of(VoiceTwiml.reject(Refusal.BUSY)).attributes("Reject"))
                .containsExactly(entry("reason", "busy"));
        assertThat(Document.of(VoiceTwiml.reject(Refusal.REJECTED)).attributes("Reject"))
                .containsExactly(entry("reason", "rejected"));
        assertThat(Document.of(VoiceTwiml.hangUp()).verbs()).containsExactly("Hangup");
        assertThat(Document.of(VoiceTwiml.sayAndHangUp(Spoken.of("Goodbye."))).verbs())
                .containsExactly("Say", "Hangup");
        assertThat(Document.of(VoiceTwiml.sayAndHangUp(Spoken.of(""))).verbs()).containsExactly("Hangup");
        assertThat(Document.of(VoiceTwiml.redirect(URLS.voice())).text("Redirect"))
                .isEqualTo(OURS.substring(0, OURS.length() - 1) + PATIENCE);
        Document music = Document.of(VoiceTwiml.playForEver(URI.create("hold-music.wav")));
        assertThat(music.text("Play")).isEqualTo("hold-music.wav");
        assertThat(music.attributes("Play")).containsExactly(entry("loop", "0"));
        assertThat(Document.of(VoiceTwiml.connect()).verbs()).isEmpty();
    }

    @Test
    void aForwardedCallIsOnlyTakenByAKey() {
        Document document =
                Document.of(VoiceTwiml.whisper(Spoken.of("Press 1 to take the call."), URLS.voiceAnswer(IDS)));
        assertThat(document.verbs()).containsExactly("Gather", "Hangup");
        assertThat(document.attributes("Gather"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "numDigits",
                        "1",
                        "timeout",
                        "5",
                        "method",
                        "POST",
                        "action",
                        OURS + "answer?call=c1&leg=l1" + PATIENCE));
        assertThat(Document.children(document.only("Gather")))
                .hasSize(2)
                .allMatch(say -> say.getTextContent().equals("Press 1 to take the call."));
    }

    @Test
    void theSameWishIsTheSameText() {
        String once = VoiceTwiml.conference(leg(URLS.voiceRecording(Map.of("b", "2", "a", "1")), null, NOTICE));
        String again = VoiceTwiml.conference(leg(URLS.voiceRecording(Map.of("a", "1", "b", "2")), null, NOTICE));
        assertThat(again).isEqualTo(once);
    }

    @Property(tries = 500)
    void whateverIsSaidTheDocumentIsWellFormedAndNothingElseIsLost(@ForAll("anything") String words) {
        Document document = Document.of(Twiml.sayAndHangUp(words));
        String heard = document.text("Say");
        assertThat(heard).isEqualTo(Spoken.of(words).words());
        assertThat(heard.codePoints().noneMatch(Character::isISOControl)).isTrue();
        String visible = words.codePoints()
                .filter(c -> !Character.isISOControl(c) && !Character.isSurrogate((char) c) || c > 0xFFFF)
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(heard.replace(" ", "")).isEqualTo(visible.replace(" ", ""));
    }

    @Provide
    Arbitrary<String> anything() {
        Arbitrary<Character> nasty = Arbitraries.of(
                '\0', '\u0001', '\b', '\t', '\n', '\r', '\u001F', '\u007F', '\u0085', '<', '>', '&', '"', '\'', ']',
                '\uD83D', '\uDE00', '\uDFFF', '\uFFFE', '\uFFFF', '\u2028', 'é', '中', ' ', 'a');
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(200),
                Arbitraries.strings().withChars("<]]>&amp;&#1;").ofMaxLength(50),
                nasty.array(char[].class).ofMaxSize(60).map(String::new));
    }

    @Property(tries = 50)
    void nothingIsLongerThanTwilioSpeaks(@ForAll("lengths") int length) {
        String words = "a" + "😀".repeat(length / 2);
        Spoken spoken = Spoken.of(words);
        assertThat(spoken.words()).hasSizeLessThanOrEqualTo(Spoken.LONGEST);
        assertThat(words).startsWith(spoken.words());
        assertThat(spoken.words().length()).isGreaterThanOrEqualTo(Math.min(words.length(), Spoken.LONGEST - 1));
        assertThat(Document.of(Twiml.sayAndHangUp(words)).text("Say")).isEqualTo(spoken.words());
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(4_080, 4_110);
    }

    @Property
    void namesHaveNothingThatMeansSomethingElsewhere(@ForAll("names") String name) {
        boolean fine = name.matches("[A-Za-z0-9_-]{1,128}");
        if (fine) {
            assertThat(new ConferenceRoom(name, URLS.voiceStatus(), null).name())
                    .isEqualTo(name);
            assertThat(labelled(name).label()).isEqualTo(name);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> new ConferenceRoom(name, URLS.voiceStatus(), null));
            assertThatIllegalArgumentException().isThrownBy(() -> labelled(name));
        }
    }

    private static ConferenceLeg labelled(String label) {
        return new ConferenceLeg(new ConferenceRoom("room", URLS.voiceStatus(), null), label, true, true, null, null);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("abzABZ019_-").ofMaxLength(130),
                Arbitraries.strings().withChars("ab/?#%& .\n+é").ofMaxLength(12),
                Arbitraries.strings().ofMaxLength(12));
    }

    @Property
    void idsComeBackAsTheyWereWritten(@ForAll("ids") Map<String, String> ids) {
        Assume.that(!ids.isEmpty());
        URI address = new WebhookUrls(URI.create("https://cc.example.com"), UUID.randomUUID()).voiceAnswer(ids);
        assertThat(address.getHost()).isEqualTo("cc.example.com");
        assertThat("#" + address.getRawFragment()).isEqualTo(PATIENCE);
        assertThat(address.getRawQuery()).doesNotContain("+", " ");
        Map<String, String> read = new java.util.HashMap<>();
        for (String pair : address.getRawQuery().split("&")) {
            String[] parts = pair.split("=", -1);
            read.put(decoded(parts[0]), decoded(parts[1]));
        }
        assertThat(read).isEqualTo(ids);
    }

    @Provide
    Arbitrary<Map<String, String>> ids() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("abz019-_ &=#?%+/é~*")
                .ofMinLength(1)
                .ofMaxLength(20);
        return Arbitraries.maps(text, text).ofMaxSize(4);
    }

    private static String decoded(String text) {
        return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de DE", "de\"", "deutsch-", "DE"})
    void whatIsNoLanguageIsRefused(String language) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Spoken("Hello", language));
    }
}
