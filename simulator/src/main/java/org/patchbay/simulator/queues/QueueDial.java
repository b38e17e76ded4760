package org.patchbay.simulator.queues;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.LegWatcher;
import org.patchbay.simulator.calls.TwimlSource;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.Scope;
import org.patchbay.simulator.interpreter.VerbRun;
import org.patchbay.simulator.sound.Mix;
import org.patchbay.simulator.time.SimulatorClock;
import org.patchbay.simulator.twiml.Element;
import org.patchbay.simulator.webhooks.WebhookKind;

/// `<Dial><Queue>`: takes the call at the front, or waits for one until the time-out
/// (<https://www.twilio.com/docs/voice/twiml/queue>).
public final class QueueDial implements VerbRun, LegWatcher {

    private final Interpreter interpreter;
    private final Element dial;
    private final Element noun;
    private final QueueStore queues;
    private final Consumer<Waiting> taker = this::take;
    private @Nullable CallQueue queue;
    private @Nullable Waiting other;
    private @Nullable Mix mix;
    private SimulatorClock.@Nullable Timer patience;
    private long queuedSeconds;
    private boolean over;

    public QueueDial(Interpreter interpreter, Element dial, Element noun, QueueStore queues) {
        this.interpreter = interpreter;
        this.dial = dial;
        this.noun = noun;
        this.queues = queues;
    }

    @Override
    public void begin() {
        Leg leg = interpreter.leg();
        queue = queues.named(leg.call().accountSid(), noun.text()).orElse(null);
        if (queue == null) {
            interpreter.alert(13223, "Dial: there is no queue '" + noun.text() + "'");
            finish("failed");
            return;
        }
        var timeout = Duration.ofSeconds(dial.number("timeout", 30, 5, 600));
        patience = leg.telephony().after(leg.board(), timeout, this::nobodyCame);
        queue.take(taker);
    }

    private void nobodyCame() {
        if (other == null) {
            finish("no-answer");
        }
    }

    private void take(Waiting front) {
        other = front;
        queuedSeconds =
                front.waitedSeconds(interpreter.leg().telephony().clock().now());
        front.taken();
        front.leg().watch(this);
        String url = noun.attribute("url", "");
        var whisper = url.isEmpty() ? Optional.<String>empty() : interpreter.resolve(url);
        whisper.ifPresentOrElse(absolute -> announce(front, absolute), this::bridge);
    }

    /// Instructions for the waiting call, before it is connected.
    private void announce(Waiting front, String url) {
        var scope = new FrontScope(
                Params.of(
                        "QueueSid", queue == null ? "" : queue.sid(),
                        "QueueTime", Long.toString(queuedSeconds),
                        // Twilio writes it with one u.
                        "DequeingCallSid", interpreter.leg().call().sid()),
                this::bridge);
        new Interpreter(front.leg(), scope, interpreter.table())
                .start(TwimlSource.Url.of(url, noun.method("method", "POST")));
    }

    private void bridge() {
        if (over || other == null || other.leg().isOver()) {
            return;
        }
        mix = interpreter.leg().telephony().sounds().mix();
        mix.add(interpreter.leg().sound(), Mix.Part.FULL);
        mix.add(other.leg().sound(), Mix.Part.FULL);
    }

    @Override
    public void ended(Leg leg, HangUp why) {
        finish("completed");
    }

    @Override
    public void said(Leg leg, String words) {
        if (mix != null) {
            interpreter.leg().farEnd().hear(words);
        }
    }

    @Override
    public void speech(String words) {
        if (mix != null && other != null) {
            other.leg().farEnd().hear(words);
        }
    }

    @Override
    public void digit(char key) {
        if (key == '*' && dial.flag("hangupOnStar", false) && other != null) {
            finish("completed");
        }
    }

    @Override
    public void stop(boolean ended) {
        if (!over) {
            over = true;
            close();
            if (ended && dial.attributes().containsKey("action")) {
                interpreter.tell(dial.attribute("action", ""), dial.method("method", "POST"), result("completed"));
            }
        }
    }

    private void finish(String status) {
        if (over) {
            return;
        }
        over = true;
        close();
        if (dial.attributes().containsKey("action")) {
            interpreter.follow(this, dial.attribute("action", ""), dial.method("method", "POST"), result(status));
        } else {
            interpreter.proceed(this);
        }
    }

    private void close() {
        if (patience != null) {
            patience.cancel();
        }
        if (queue != null) {
            queue.forget(taker);
        }
        if (mix != null) {
            mix.remove(interpreter.leg().sound());
            if (other != null) {
                mix.remove(other.leg().sound());
            }
        }
        if (other != null) {
            other.leg().unwatch(this);
            if (!other.leg().isOver()) {
                other.bridgeEnded("bridged");
            }
        }
    }

    private Params result(String status) {
        var params = Params.of("DialCallStatus", status, "DialBridged", Boolean.toString(mix != null));
        if (other != null) {
            params = params.and("DialCallSid", other.leg().call().sid());
        }
        return queue == null
                ? params
                : params.and(Params.of("QueueSid", queue.sid(), "QueueTime", Long.toString(queuedSeconds)));
    }

    /// What runs on the waiting call before it is connected.
    private record FrontScope(Params params, Runnable connect) implements Scope {
        @Override
        public WebhookKind kind() {
            return WebhookKind.WHISPER;
        }

        @Override
        public Set<String> verbs() {
            return Set.of("Play", "Say", "Pause", "Redirect");
        }

        @Override
        public void finished(Interpreter interpreter) {
            connect.run();
        }

        @Override
        public void failed(Interpreter interpreter) {
            connect.run();
        }
    }
}
