package org.patchbay.simulator.browsers;

import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.api.v2010.account.conference.ParticipantUpdater;
import com.twilio.type.Client;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.media.Caller;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.codec.Goertzel;

/// What each participant of a conference hears, by frequency.
class ConferenceSoundTest {

    private static final double A = 400;
    private static final double B = 700;
    private static final double C = 1100;
    private static final double MUSIC = 1900;
    private static final int FRAMES = 25;

    private final AudibleStage stage = new AudibleStage();
    private Softphone a;
    private Softphone b;
    private Softphone c;

    @BeforeEach
    void join() throws Exception {
        stage.application("<Dial><Conference beep=\"false\" waitUrl=\"\">room</Conference></Dial>");
        a = stage.phone("a", A);
        b = stage.phone("b", B);
        c = stage.phone("c", C);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void everybodyEnters() throws Exception {
        a.dial(Map.of());
        b.dial(Map.of());
        c.dial(Map.of());
        everybodyHearsTheOthers();
    }

    private void everybodyHearsTheOthers() throws Exception {
        hears(a, B, C);
        hears(b, A, C);
        hears(c, A, B);
    }

    @Test
    void threeHearExactlyTheOtherTwoThroughMuteHoldAndWhisper() throws Exception {
        everybodyEnters();
        stage.customer.answers("/music", "<Play loop=\"0\">/music.ulaw</Play>");
        stage.customer.answers("/music.ulaw", request -> AudibleStage.tone(MUSIC));

        update(a).setMuted(true).update(stage.sdk);
        hears(a, B, C);
        hears(b, C);
        update(a).setMuted(false).update(stage.sdk);

        update(b)
                .setHold(true)
                .setHoldUrl(URI.create(stage.customer.url("/music")))
                .update(stage.sdk);
        hears(b, MUSIC);
        hears(a, C);
        update(b).setHold(false).update(stage.sdk);
        everybodyHearsTheOthers();

        update(c).setCoaching(true).setCallSidToCoach(a.callSid()).update(stage.sdk);
        hears(a, B, C);
        hears(b, A);
        hears(c, A, B);
        update(c).setCoaching(false).update(stage.sdk);
        everybodyHearsTheOthers();
    }

    @Test
    void anAnnouncementIsHeardByAllAndOneToAParticipantByIt() throws Exception {
        everybodyEnters();
        stage.customer.answers("/announcement", "<Play loop=\"0\">/music.ulaw</Play>");
        stage.customer.answers("/music.ulaw", request -> AudibleStage.tone(MUSIC));
        update(b)
                .setAnnounceUrl(URI.create(stage.customer.url("/announcement")))
                .update(stage.sdk);
        hears(b, MUSIC);
        hears(a, B, C);
        Conference.updater(conference())
                .setAnnounceUrl(URI.create(stage.customer.url("/announcement")))
                .update(stage.sdk);
        hears(a, B, C, MUSIC);
        hears(c, A, B, MUSIC);
    }

    @Test
    void whoIsAloneHearsTwiliosMusicUntilTheConferenceStarts() throws Exception {
        stage.application("<Dial><Conference beep=\"false\">room</Conference></Dial>");
        a.dial(Map.of());
        a.sound().await(sound -> Pcm.rms(sound) > 300, FRAMES);
        b.dial(Map.of());
        hears(a, B);
        hears(b, A);
    }

    @Test
    void aClientIsCalledIntoTheConferenceByRest() throws Exception {
        a.dial(Map.of());
        AudibleStage.await("the conference is there", () -> !conferences().isEmpty());
        Participant.creator(conference(), new PhoneNumber(AudibleStage.NUMBER), new Client("b"))
                .setBeep("false")
                .create(stage.sdk);
        b.answer();
        hears(a, B);
        hears(b, A);
    }

    private List<Conference> conferences() {
        var found = new ArrayList<Conference>();
        Conference.reader().read(stage.sdk).forEach(found::add);
        return found;
    }

    private String conference() {
        return conferences().getFirst().getSid();
    }

    private ParticipantUpdater update(Softphone phone) {
        return Participant.updater(conference(), phone.callSid());
    }

    /// Waits until these of all tones are heard, and none of the others.
    private static void hears(Softphone phone, double... present) throws InterruptedException {
        phone.sound()
                .await(
                        sound -> {
                            for (double hz : new double[] {A, B, C, MUSIC}) {
                                boolean wanted = Arrays.stream(present).anyMatch(tone -> tone == hz);
                                double level = Goertzel.amplitude(sound, hz);
                                if (wanted ? level < Caller.LOUD * 0.6 : level > 100) {
                                    return false;
                                }
                            }
                            return true;
                        },
                        FRAMES);
    }
}
