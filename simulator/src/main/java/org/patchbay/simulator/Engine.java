package org.patchbay.simulator;

import java.util.Optional;
import org.patchbay.simulator.browsers.BrowserCalls;
import org.patchbay.simulator.calls.Directory;
import org.patchbay.simulator.calls.InboundCalls;
import org.patchbay.simulator.calls.Legs;
import org.patchbay.simulator.calls.OutboundCalls;
import org.patchbay.simulator.calls.Pace;
import org.patchbay.simulator.calls.Switchboards;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.calls.TwimlRunner;
import org.patchbay.simulator.conferences.ConferenceDial;
import org.patchbay.simulator.conferences.ConferenceHalls;
import org.patchbay.simulator.dial.DialTools;
import org.patchbay.simulator.dial.DialVerbs;
import org.patchbay.simulator.forks.Forks;
import org.patchbay.simulator.forks.StartVerb;
import org.patchbay.simulator.forks.StopVerb;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.VerbTable;
import org.patchbay.simulator.messages.MessageStore;
import org.patchbay.simulator.pages.PagesWorld;
import org.patchbay.simulator.phones.Handsets;
import org.patchbay.simulator.phones.Phones;
import org.patchbay.simulator.queues.EnqueueVerb;
import org.patchbay.simulator.queues.QueueDial;
import org.patchbay.simulator.queues.QueueStore;
import org.patchbay.simulator.recordings.RecordVerb;
import org.patchbay.simulator.recordings.RecordingDesk;
import org.patchbay.simulator.recordings.Recordings;
import org.patchbay.simulator.recordings.Transcriber;
import org.patchbay.simulator.rest.Store;
import org.patchbay.simulator.sound.SilentSounds;
import org.patchbay.simulator.sound.Sounds;

/// The part that runs calls, put together. It decides nothing.
record Engine(
        Telephony telephony,
        Phones phones,
        Directory directory,
        TwimlRunner runner,
        InboundCalls inbound,
        OutboundCalls outbound,
        VerbTable verbs,
        RecordingDesk recordings,
        Transcriber transcriber,
        Forks forks,
        ConferenceHalls conferences,
        QueueStore queues,
        Optional<Audio> audio,
        Optional<BrowserCalls> browsers)
        implements AutoCloseable {

    private static final int CALLS_KEPT = 20_000;

    static Engine create(World world, SimulatorOptions options) {
        var audio = Audio.of(options);
        var telephony = new Telephony(
                world.clock(),
                new Store<>(CALLS_KEPT, call -> call.status().isFinal()),
                new Switchboards(world.inFlight()),
                world.webhooks(),
                audio.<Sounds>map(Audio::sounds).orElseGet(() -> new SilentSounds(world.clock())),
                world.log(),
                world.debugger());
        var verbs = new VerbTable();
        TwimlRunner runner = (leg, source) -> Interpreter.ofCall(leg, source, verbs);
        var phones = new Phones(world.clock(), world.changes());
        var inbound = new InboundCalls(telephony, world.numbers(), runner);
        var browsers =
                audio.map(on -> new BrowserCalls(on.server(), telephony, inbound, world.numbers(), world.accounts()));
        Directory directory = new Parties(world, telephony, inbound, phones, browsers);
        var outbound = new OutboundCalls(telephony, directory, new Pace(options.callsPerSecond()));
        var recordings = new RecordingDesk(telephony, new Recordings(), world.baseUrl());
        var transcriber = new Transcriber(recordings, world.baseUrl());
        var forks = new Forks(recordings);
        var conferences = new ConferenceHalls(telephony, recordings);
        var queues = new QueueStore();
        var tools = new DialTools(new Legs(telephony), directory, world.numbers(), recordings);
        verbs.add(
                        "Dial",
                        new DialVerbs(
                                tools,
                                (interpreter, dial, noun) -> new ConferenceDial(interpreter, dial, noun, conferences),
                                (interpreter, dial, noun) -> new QueueDial(interpreter, dial, noun, queues)))
                .add("Enqueue", (interpreter, verb) -> new EnqueueVerb(interpreter, verb, queues))
                .add("Record", (interpreter, verb) -> new RecordVerb(interpreter, verb, recordings, transcriber))
                .add("Start", (interpreter, verb) -> new StartVerb(interpreter, verb, forks))
                .add("Stop", (interpreter, verb) -> new StopVerb(interpreter, verb, forks));
        return new Engine(
                telephony,
                phones,
                directory,
                runner,
                inbound,
                outbound,
                verbs,
                recordings,
                transcriber,
                forks,
                conferences,
                queues,
                audio,
                browsers);
    }

    /// What the phones page and the inspector look at and act on.
    PagesWorld pages(World world, MessageStore messages) {
        return new PagesWorld(
                world.clock(),
                world.changes(),
                world.accounts(),
                world.numbers(),
                phones,
                new Handsets(phones, world.changes()),
                inbound,
                telephony.calls(),
                messages.messages(),
                world.log(),
                world.debugger(),
                audio.map(Audio::server));
    }

    @Override
    public void close() {
        // Media first: what it notices at its end it tells the mailboxes.
        audio.ifPresent(on -> on.server().close());
        telephony.boards().close();
        audio.ifPresent(on -> on.sounds().close());
    }
}
