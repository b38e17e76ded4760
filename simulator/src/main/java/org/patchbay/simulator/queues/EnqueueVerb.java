package org.patchbay.simulator.queues;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.TwimlSource;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.VerbRun;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Prompt;
import org.patchbay.simulator.twiml.Element;

/// `<Enqueue>`: waits in a queue until somebody takes the call, or it leaves
/// (<https://www.twilio.com/docs/voice/twiml/enqueue>).
public final class EnqueueVerb implements VerbRun, Waiting {

    private static final int LONGEST_NAME = 64;

    private final Interpreter interpreter;
    private final Element verb;
    private final QueueStore queues;
    private Instant since = Instant.EPOCH;
    private @Nullable CallQueue queue;
    private @Nullable Interpreter music;
    private LegSound.@Nullable Playing ownMusic;
    private boolean over;
    private boolean bridged;

    public EnqueueVerb(Interpreter interpreter, Element verb, QueueStore queues) {
        this.interpreter = interpreter;
        this.verb = verb;
        this.queues = queues;
    }

    @Override
    public void begin() {
        String name = verb.text();
        if (name.isEmpty() || name.length() > LONGEST_NAME || verb.attributes().containsKey("workflowSid")) {
            interpreter.alert(
                    12400, "Enqueue: a queue name of 1 to 64 characters is needed; TaskRouter is not simulated");
            finish("error");
            return;
        }
        since = leg().telephony().clock().now();
        queue = queues.open(leg().call().accountSid(), name, since);
        if (queue.isFull(verb.number("maxQueueSize", QueueStore.DEFAULT_SIZE, 1, 5_000))) {
            finish("queue-full");
            return;
        }
        queue.enter(this);
        if (!over && !bridged) {
            play();
        }
    }

    private void play() {
        String url = verb.attribute("waitUrl", "");
        if (url.isEmpty()) {
            ownMusic = leg().play(new Prompt.HoldMusic(), () -> {});
            return;
        }
        if (music == null) {
            var scope = new QueueScope(this::queueParams, this::playAgain);
            music = new Interpreter(leg(), scope, interpreter.table().with("Leave", LeaveVerb.of(this::left)));
        }
        // The same interpreter again, as it notices documents that take no time.
        var player = music;
        interpreter
                .resolve(url)
                .ifPresent(
                        absolute -> player.start(TwimlSource.Url.of(absolute, verb.method("waitUrlMethod", "POST"))));
    }

    private void playAgain() {
        if (!over && !bridged) {
            play();
        }
    }

    private Params queueParams() {
        return queue == null
                ? Params.NONE
                : queue.params(this, leg().telephony().clock().now());
    }

    private void left() {
        finish("leave");
    }

    @Override
    public void digit(char key) {
        if (music != null) {
            music.digit(key);
        }
    }

    @Override
    public void speech(String words) {
        if (music != null) {
            music.speech(words);
        }
    }

    @Override
    public Leg leg() {
        return interpreter.leg();
    }

    @Override
    public Instant since() {
        return since;
    }

    @Override
    public void leaveFor(TwimlSource source, String result) {
        tellAction(result);
        over = true;
        close();
        var next = new Interpreter(leg(), interpreter.scope(), interpreter.table());
        leg().begin(next);
        next.start(source);
    }

    @Override
    public void taken() {
        bridged = true;
        close();
    }

    @Override
    public void bridgeEnded(String result) {
        finish(result);
    }

    private void finish(String result) {
        if (over) {
            return;
        }
        over = true;
        close();
        if (verb.attributes().containsKey("action")) {
            interpreter.follow(this, verb.attribute("action", ""), verb.method("method", "POST"), result(result));
        } else {
            interpreter.proceed(this);
        }
    }

    @Override
    public void stop(boolean ended) {
        if (over) {
            return;
        }
        over = true;
        close();
        tellAction(ended ? (bridged ? "bridged" : "hangup") : (bridged ? "redirected-from-bridged" : "redirected"));
    }

    /// The action learns of it, but what it answers no longer matters.
    private void tellAction(String result) {
        if (verb.attributes().containsKey("action")) {
            interpreter.tell(verb.attribute("action", ""), verb.method("method", "POST"), result(result));
        }
    }

    private void close() {
        if (queue != null) {
            queue.leave(this);
        }
        if (music != null) {
            music.stop(false);
            music = null;
        }
        if (ownMusic != null) {
            ownMusic.stop();
        }
    }

    private Params result(String result) {
        var params = Params.of(
                "QueueResult",
                result,
                "QueueTime",
                Long.toString(waitedSeconds(leg().telephony().clock().now())));
        return queue == null ? params : params.and("QueueSid", queue.sid());
    }
}
