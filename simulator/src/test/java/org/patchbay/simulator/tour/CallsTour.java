package org.patchbay.simulator.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.Queue;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.Transcription;
import com.twilio.rest.api.v2010.account.call.Stream;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.api.v2010.account.queue.Member;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.Script;

/// Calls, and everything that belongs to one while it lasts and afterwards.
public final class CallsTour {

    private final Stage stage;
    private final TwilioRestClient sdk;

    public CallsTour(Stage stage, TwilioRestClient sdk) {
        this.stage = stage;
        this.sdk = sdk;
    }

    public void walk() {
        forks();
        recordingsOfACall();
        conference();
        transcriptions();
        queue();
    }

    private Call call() {
        stage.customer.answers("/tour", "<Pause length=\"60\"/>");
        stage.callee(Script.answers());
        var call = stage.outgoing("/tour").create(sdk);
        stage.pass(5);
        assertThat(Call.fetcher(call.getSid()).fetch(sdk).getStatus()).isEqualTo(Call.Status.IN_PROGRESS);
        return call;
    }

    private void end(String callSid) {
        assertThat(Call.updater(callSid)
                        .setStatus(Call.UpdateStatus.COMPLETED)
                        .update(sdk)
                        .getSid())
                .isEqualTo(callSid);
        stage.pass(2);
    }

    private void forks() {
        String sid = call().getSid();
        var stream = Stream.creator(sid, URI.create("wss://example.com/audio")).create(sdk);
        assertThat(Stream.updater(sid, stream.getSid(), Stream.UpdateStatus.STOPPED)
                        .update(sdk)
                        .getStatus())
                .isEqualTo(Stream.Status.STOPPED);
        var words = com.twilio.rest.api.v2010.account.call.Transcription.creator(sid)
                .create(sdk);
        assertThat(words.getSid()).startsWith("GT");
        assertThat(com.twilio.rest.api.v2010.account.call.Transcription.updater(
                                sid,
                                words.getSid(),
                                com.twilio.rest.api.v2010.account.call.Transcription.UpdateStatus.STOPPED)
                        .update(sdk)
                        .getStatus())
                .isEqualTo(com.twilio.rest.api.v2010.account.call.Transcription.Status.STOPPED);
        end(sid);
        assertThat(Call.reader().read(sdk)).extracting(Call::getSid).contains(sid);
        assertThat(Call.deleter(sid).delete(sdk)).isTrue();
    }

    private void recordingsOfACall() {
        String call = call().getSid();
        String sid = com.twilio.rest.api.v2010.account.call.Recording.creator(call)
                .create(sdk)
                .getSid();
        stage.pass(3);
        assertThat(com.twilio.rest.api.v2010.account.call.Recording.updater(
                                call, sid, com.twilio.rest.api.v2010.account.call.Recording.Status.STOPPED)
                        .update(sdk)
                        .getSid())
                .isEqualTo(sid);
        stage.pass(3);
        assertThat(com.twilio.rest.api.v2010.account.call.Recording.reader(call).read(sdk))
                .hasSize(1);
        assertThat(com.twilio.rest.api.v2010.account.call.Recording.fetcher(call, sid)
                        .fetch(sdk)
                        .getDuration())
                .isEqualTo("3");
        assertThat(Recording.reader().read(sdk)).extracting(Recording::getSid).contains(sid);
        assertThat(com.twilio.rest.api.v2010.account.call.Recording.deleter(call, sid)
                        .delete(sdk))
                .isTrue();
        end(call);
    }

    private void conference() {
        stage.voice("<Dial><Conference>tour</Conference></Dial>");
        stage.callee(Script.answers());
        stage.incoming(Script.answers());
        stage.pass(1);
        var room =
                Conference.reader().setFriendlyName("tour").read(sdk).iterator().next();
        var added = Participant.creator(room.getSid(), new PhoneNumber(Stage.NUMBER), new PhoneNumber(Stage.CALLEE))
                .setLabel("customer")
                .create(sdk);
        stage.pass(5);
        assertThat(Participant.reader(room.getSid()).read(sdk)).hasSize(2);
        assertThat(Participant.updater(room.getSid(), "customer")
                        .setMuted(true)
                        .update(sdk)
                        .getMuted())
                .isTrue();
        assertThat(Participant.fetcher(room.getSid(), added.getCallSid())
                        .fetch(sdk)
                        .getLabel())
                .isEqualTo("customer");
        recordingsOfAConference(room.getSid());
        assertThat(Participant.deleter(room.getSid(), "customer").delete(sdk)).isTrue();
        Conference.updater(room.getSid())
                .setStatus(Conference.UpdateStatus.COMPLETED)
                .update(sdk);
        stage.pass(1);
        assertThat(Conference.fetcher(room.getSid()).fetch(sdk).getStatus()).isEqualTo(Conference.Status.COMPLETED);
    }

    private void recordingsOfAConference(String room) {
        stage.voice("<Dial><Conference record=\"record-from-start\">recorded</Conference></Dial>");
        stage.incoming(Script.answers());
        stage.incoming(Script.answers());
        stage.pass(4);
        var recorded = Conference.reader()
                .setFriendlyName("recorded")
                .read(sdk)
                .iterator()
                .next();
        var recording = com.twilio.rest.api.v2010.account.conference.Recording.reader(recorded.getSid())
                .read(sdk)
                .iterator()
                .next();
        com.twilio.rest.api.v2010.account.conference.Recording.updater(
                        recorded.getSid(),
                        recording.getSid(),
                        com.twilio.rest.api.v2010.account.conference.Recording.Status.PAUSED)
                .update(sdk);
        Conference.updater(recorded.getSid())
                .setStatus(Conference.UpdateStatus.COMPLETED)
                .update(sdk);
        stage.pass(4);
        assertThat(com.twilio.rest.api.v2010.account.conference.Recording.fetcher(recorded.getSid(), recording.getSid())
                        .fetch(sdk)
                        .getConferenceSid())
                .isEqualTo(recorded.getSid())
                .isNotEqualTo(room);
        assertThat(com.twilio.rest.api.v2010.account.conference.Recording.deleter(recorded.getSid(), recording.getSid())
                        .delete(sdk))
                .isTrue();
    }

    private void transcriptions() {
        for (int i = 0; i < 2; i++) {
            stage.voice("<Record transcribe=\"true\" action=\"/done\"/>");
            stage.customer.answers("/done", "<Hangup/>");
            stage.incoming(Script.answers().after(3).says("Hello").after(5).presses("#"));
            stage.pass(20);
        }
        var texts = Transcription.reader().read(sdk).iterator();
        var first = Transcription.fetcher(texts.next().getSid()).fetch(sdk);
        var second = texts.next();
        assertThat(first.getTranscriptionText()).isEqualTo("Hello");
        assertThat(Transcription.deleter(first.getSid()).delete(sdk)).isTrue();

        String recording = second.getRecordingSid();
        assertThat(com.twilio.rest.api.v2010.account.recording.Transcription.reader(recording)
                        .read(sdk))
                .hasSize(1);
        assertThat(com.twilio.rest.api.v2010.account.recording.Transcription.fetcher(recording, second.getSid())
                        .fetch(sdk)
                        .getTranscriptionText())
                .isEqualTo("Hello");
        assertThat(com.twilio.rest.api.v2010.account.recording.Transcription.deleter(recording, second.getSid())
                        .delete(sdk))
                .isTrue();
        assertThat(Recording.fetcher(recording).fetch(sdk).getDuration()).isNotNull();
        assertThat(Recording.deleter(recording).delete(sdk)).isTrue();
    }

    private void queue() {
        var queue = Queue.creator("tour").create(sdk);
        Queue.updater(queue.getSid()).setMaxSize(7).update(sdk);
        assertThat(Queue.fetcher(queue.getSid()).fetch(sdk).getMaxSize()).isEqualTo(7);
        stage.voice("<Enqueue waitUrl=\"/wait\">tour</Enqueue>");
        stage.customer.answers("/wait", "<Pause length=\"30\"/>");
        stage.customer.answers("/direct", "<Hangup/>");
        stage.incoming(Script.answers());
        stage.pass(1);
        var member = Member.reader(queue.getSid()).read(sdk).iterator().next();
        assertThat(Member.fetcher(queue.getSid(), member.getCallSid())
                        .fetch(sdk)
                        .getPosition())
                .isEqualTo(1);
        Member.updater(queue.getSid(), member.getCallSid(), URI.create(stage.customer.url("/direct")))
                .update(sdk);
        stage.pass(1);
        assertThat(Queue.reader().read(sdk)).hasSize(1);
        assertThat(Queue.deleter(queue.getSid()).delete(sdk)).isTrue();
    }
}
