package org.patchbay.simulator.queues;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Queue;
import com.twilio.rest.api.v2010.account.queue.Member;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;

class QueueTest {

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    private PhoneCall enqueue() {
        stage.voice("<Enqueue action=\"/left\" waitUrl=\"/wait\">support</Enqueue><Say>After</Say>");
        stage.customer.answers("/wait", "<Say>You are in line</Say><Pause length=\"9\"/>");
        stage.customer.answers("/left", "<Hangup/>");
        return stage.incoming(Script.answers());
    }

    private Queue queue() {
        return Queue.reader().read(stage.sdk).iterator().next();
    }

    @Test
    void waitMusicIsAskedForAgainAndAgainAndTellsThePosition() {
        enqueue();
        stage.pass(25);
        var requests = stage.customer.received("/wait");
        assertThat(requests).hasSizeGreaterThanOrEqualTo(3);
        assertThat(requests.getFirst().get("QueuePosition")).isEqualTo("1");
        assertThat(requests.getFirst().get("CurrentQueueSize")).isEqualTo("1");
        assertThat(requests.getLast().get("QueueTime")).isNotEqualTo("0");
        assertThat(queue().getCurrentSize()).isEqualTo(1);
    }

    @Test
    void anAgentTakesTheFrontAndBothCarryOnAfterwards() {
        var caller = enqueue();
        stage.pass(7);
        stage.customer.answers("/agent", "<Dial action=\"/served\"><Queue url=\"/front\">support</Queue></Dial>");
        stage.customer.answers("/front", "<Say>Connecting</Say>");
        stage.customer.answers("/served", "<Hangup/>");
        stage.callee(Script.answers().after(20).hangsUp());
        stage.outgoing("/agent").create(stage.sdk);
        stage.pass(5);
        assertThat(caller.phone().heard()).contains("Connecting");
        assertThat(stage.customer.only("/front").get("DequeingCallSid")).startsWith("CA");
        caller.say("Hello?");
        stage.rest();
        assertThat(stage.simulator.phone(Stage.CALLEE).heard()).containsExactly("Hello?");
        assertThat(queue().getCurrentSize()).isZero();
        assertThat(stage.customer.received("/left")).isEmpty();
        stage.pass(30);
        assertThat(stage.customer.only("/left").get("QueueResult")).isEqualTo("bridged");
        assertThat(stage.customer.only("/served").get("DialCallStatus")).isEqualTo("completed");
        assertThat(stage.customer.only("/served").get("QueueTime")).isEqualTo("7");
    }

    @Test
    void anAgentWaitsForTheNextCallerUntilTheTimeout() {
        Queue.creator("support").create(stage.sdk);
        stage.customer.answers("/agent", "<Dial timeout=\"10\" action=\"/served\"><Queue>support</Queue></Dial>");
        stage.customer.answers("/served", "<Hangup/>");
        stage.callee(Script.answers());
        stage.outgoing("/agent").create(stage.sdk);
        stage.pass(12);
        assertThat(stage.customer.only("/served").get("DialBridged")).isEqualTo("false");
    }

    @Test
    void whoHangsUpInLineIsReported() {
        var caller = enqueue();
        caller.hangUp();
        stage.rest();
        assertThat(stage.customer.only("/left").get("QueueResult")).isEqualTo("hangup");
        assertThat(queue().getCurrentSize()).isZero();
    }

    @Test
    void leaveGoesOnAfterTheQueue() {
        stage.voice("<Enqueue waitUrl=\"/wait\">support</Enqueue><Say>After</Say>");
        stage.customer.answers("/wait", "<Leave/>");
        var caller = stage.incoming(Script.answers());
        stage.pass(3);
        assertThat(caller.phone().heard()).containsExactly("After");
    }

    @Test
    void restTakesTheFrontOut() {
        var caller = enqueue();
        stage.customer.answers("/direct", "<Say>Straight to you</Say>");
        var member = Member.updater(queue().getSid(), "Front", URI.create(stage.customer.url("/direct")))
                .update(stage.sdk);
        stage.pass(5);
        assertThat(member.getPosition()).isEqualTo(1);
        assertThat(caller.phone().heard()).contains("Straight to you");
        assertThat(stage.customer.only("/left").get("QueueResult")).isEqualTo("redirected");
    }

    @Test
    void aFullQueueTurnsTheCallerAway() {
        Queue.creator("support").setMaxSize(1).create(stage.sdk);
        enqueue();
        enqueue();
        assertThat(stage.customer.received("/left").getFirst().get("QueueResult"))
                .isEqualTo("queue-full");
    }
}
