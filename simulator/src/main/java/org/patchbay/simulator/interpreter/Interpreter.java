package org.patchbay.simulator.interpreter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.CallStatus;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.LegTask;
import org.patchbay.simulator.calls.TwimlSource;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.twiml.Element;
import org.patchbay.simulator.twiml.TwimlAnswer;
import org.patchbay.simulator.twiml.TwimlDocument;

/// Runs TwiML on a leg: fetches a document, carries out its verbs one after another, follows where
/// they lead. Lives on the mailbox of the leg.
public final class Interpreter implements LegTask {

    private final Leg leg;
    private final Scope scope;
    private final VerbTable table;
    private final DocumentSource source;
    private final Speaker speaker;
    private List<Element> verbs = List.of();
    private int position;
    private @Nullable VerbRun current;
    private boolean stopped;

    public Interpreter(Leg leg, Scope scope, VerbTable table) {
        this(leg, scope, table, leg::play);
    }

    /// @param speaker who hears the prompts, when it is not only the leg
    public Interpreter(Leg leg, Scope scope, VerbTable table, Speaker speaker) {
        this.speaker = speaker;
        this.leg = leg;
        this.scope = scope;
        this.table = table;
        this.source = new DocumentSource(leg, scope);
    }

    /// Begins the instructions of a call itself.
    public static Interpreter ofCall(Leg leg, TwimlSource source, VerbTable table) {
        var interpreter = new Interpreter(leg, CallScope.INSTANCE, table);
        // In a moment, so that the caller can make it the leg's task first.
        leg.board().mailbox().post(() -> {
            if (!interpreter.stopped) {
                interpreter.start(source);
            }
        });
        return interpreter;
    }

    public Leg leg() {
        return leg;
    }

    public Scope scope() {
        return scope;
    }

    Speaker speaker() {
        return speaker;
    }

    public VerbTable table() {
        return table;
    }

    /// Begins with what the source names.
    public void start(TwimlSource from) {
        switch (from) {
            case TwimlSource.Inline inline -> {
                source.atNoUrl();
                read(TwimlAnswer.read("text/xml", new byte[0], inline.xml()));
            }
            case TwimlSource.Url url -> {
                source.fallBackOn(url.fallback(), url.fallbackMethod());
                fetch(url.url(), url.method(), url.params());
            }
        }
    }

    /// The verb is finished; the next one is carried out.
    public void proceed(VerbRun finished) {
        if (current == finished) {
            current = null;
            leg.board().mailbox().post(this::next);
        }
    }

    /// The verb hands control to another document.
    ///
    /// @param url may be relative to this document; empty means this document itself
    public void follow(VerbRun finished, String url, String method, Params params) {
        if (current != finished) {
            return;
        }
        current = null;
        var target = source.resolve(url);
        if (target.isEmpty()) {
            alert(11100, "Invalid URL: '" + url + "'");
            fail();
            return;
        }
        fetch(target.get(), method, params);
    }

    /// Asks for a document whose contents no longer matter, as the leg is over: an `action` after the
    /// hang-up.
    public void tell(String url, String method, Params params) {
        source.resolve(url).ifPresent(target -> source.fetch(target, method, params, answer -> {}));
    }

    /// An absolute URL, or empty when there is nothing that a relative one could be relative to.
    public Optional<String> resolve(String url) {
        return source.resolve(url);
    }

    /// Shows up in Twilio's debugger.
    public void alert(int code, String text) {
        leg.telephony()
                .debugger()
                .report(leg.call().accountSid(), code, leg.call().sid(), source.url(), text);
        leg.telephony().step(leg.call().sid(), code + ": " + text);
    }

    @Override
    public void digit(char key) {
        if (current != null) {
            current.digit(key);
        }
    }

    @Override
    public void speech(String words) {
        if (current != null) {
            current.speech(words);
        }
    }

    @Override
    public void stop(boolean ended) {
        stopped = true;
        var verb = current;
        current = null;
        if (verb != null) {
            verb.stop(ended);
        }
    }

    public boolean isStopped() {
        return stopped;
    }

    private void fetch(String url, String method, Params params) {
        source.fetch(url, method, params, answer -> {
            if (!stopped) {
                read(answer);
            }
        });
    }

    private void read(TwimlAnswer answer) {
        switch (answer) {
            case TwimlAnswer.Document document -> run(document.document());
            case TwimlAnswer.Sound sound -> lastWords(new SoundStep(sound));
            case TwimlAnswer.Words words -> lastWords(new SayStep(words.text()));
            case TwimlAnswer.Bad bad -> fail();
        }
    }

    private void run(TwimlDocument document) {
        document.warnings().forEach(warning -> alert(warning.code(), warning.text()));
        verbs = document.verbs();
        position = 0;
        next();
    }

    private void next() {
        if (stopped || current != null) {
            return;
        }
        if (position == verbs.size()) {
            scope.finished(this);
            return;
        }
        Element verb = verbs.get(position++);
        boolean allowed = scope.verbs().isEmpty() || scope.verbs().contains(verb.name());
        if (!allowed || !table.knows(verb.name())) {
            if (!allowed) {
                alert(12200, "<" + verb.name() + "> is not allowed here");
            }
            leg.board().mailbox().post(this::next);
            return;
        }
        leg.telephony().step(leg.call().sid(), "<" + verb.name() + ">");
        begin(table.run(this, verb));
    }

    private void begin(VerbRun run) {
        current = run;
        if (run.answers() && leg.call().status() == CallStatus.RINGING) {
            leg.answered();
        }
        run.begin();
    }

    /// Says this instead of what cannot be run; then the document counts as finished.
    void lastWords(PromptStep step) {
        verbs = List.of();
        position = 0;
        begin(new PromptVerb(this, step));
    }

    private void fail() {
        scope.failed(this);
    }
}
