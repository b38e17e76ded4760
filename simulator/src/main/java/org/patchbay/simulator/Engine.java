package org.patchbay.simulator;

import org.patchbay.simulator.calls.Directory;
import org.patchbay.simulator.calls.InboundCalls;
import org.patchbay.simulator.calls.OutboundCalls;
import org.patchbay.simulator.calls.Pace;
import org.patchbay.simulator.calls.Switchboards;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.calls.Trunk;
import org.patchbay.simulator.calls.TwimlRunner;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.VerbTable;
import org.patchbay.simulator.pages.PagesWorld;
import org.patchbay.simulator.phones.Handsets;
import org.patchbay.simulator.phones.Phones;
import org.patchbay.simulator.rest.Store;
import org.patchbay.simulator.sound.SilentSounds;

/// The part that runs calls, put together. It decides nothing.
record Engine(
        Telephony telephony,
        Phones phones,
        Directory directory,
        TwimlRunner runner,
        InboundCalls inbound,
        OutboundCalls outbound,
        VerbTable verbs)
        implements AutoCloseable {

    static Engine create(World world, SimulatorOptions options) {
        var telephony = new Telephony(
                world.clock(),
                new Store<>(),
                new Switchboards(world.inFlight()),
                world.webhooks(),
                new SilentSounds(world.clock()),
                world.log(),
                world.debugger());
        var verbs = new VerbTable();
        TwimlRunner runner = (leg, source) -> Interpreter.ofCall(leg, source, verbs);
        var phones = new Phones(world.clock(), world.changes());
        var inbound = new InboundCalls(telephony, world.numbers(), runner);
        Directory directory = (accountSid, from, to) -> to.startsWith("client:")
                ? phones.client(accountSid, to.substring("client:".length())).receive()
                : world.numbers().byNumber(to).isPresent()
                        ? new Trunk(inbound, from, to)
                        : phones.number(to).receive();
        var outbound = new OutboundCalls(telephony, directory, new Pace(options.callsPerSecond()));
        return new Engine(telephony, phones, directory, runner, inbound, outbound, verbs);
    }

    /// What the phones page and the inspector look at and act on.
    PagesWorld pages(World world) {
        return new PagesWorld(
                world.clock(),
                world.changes(),
                world.accounts(),
                world.numbers(),
                phones,
                new Handsets(phones, world.changes()),
                inbound,
                telephony.calls(),
                world.log(),
                world.debugger());
    }

    @Override
    public void close() {
        telephony.boards().close();
    }
}
