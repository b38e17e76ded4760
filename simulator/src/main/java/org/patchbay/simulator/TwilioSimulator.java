package org.patchbay.simulator;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.http.WebServer;
import org.patchbay.simulator.inspector.Alert;
import org.patchbay.simulator.inspector.Entry;
import org.patchbay.simulator.messages.MessageStore;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.pages.Pages;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.simulator.time.TurnedClock;
import org.patchbay.simulator.webhooks.CallbackFaults;

/// A running simulator: an HTTP server that answers as Twilio's REST API does, and an engine that
/// runs calls and sends webhooks.
///
/// ```java
/// try (var simulator = TwilioSimulator.start(SimulatorOptions.defaults())) {
///     // point a Twilio SDK at simulator.url()
/// }
/// ```
public final class TwilioSimulator implements AutoCloseable {

    private final World world;
    private final Engine engine;
    private final WebServer server;

    private TwilioSimulator(World world, Engine engine, WebServer server) {
        this.world = world;
        this.engine = engine;
        this.server = server;
    }

    /// @throws IllegalArgumentException when an option makes no sense
    /// @throws org.patchbay.simulator.http.PortTaken when the port is in use
    public static TwilioSimulator start(SimulatorOptions options) {
        var world = World.create(options, CallbackFaults.NONE);
        try {
            Seeds.plant(world, options);
            var engine = Engine.create(world, options);
            var routes = Routes.of(world, engine, options);
            var address = new InetSocketAddress(options.host(), options.port());
            var pages = new Pages(engine.pages(world, new MessageStore()), routes::handle);
            var server = new WebServer(address, pages, pages.streams());
            world.baseUrl().is(server.url().toString());
            return new TwilioSimulator(world, engine, server);
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /// Where the REST API is, e.g. `http://127.0.0.1:8090`.
    public URI url() {
        return server.url();
    }

    /// The first account.
    public Account account() {
        return world.accounts().all().findFirst().orElseThrow();
    }

    /// Every account, oldest first.
    public List<Account> accounts() {
        return world.accounts().all().toList();
    }

    public Account addAccount(String sid, String token) {
        return Seeds.addAccount(world, sid, token);
    }

    public IncomingPhoneNumber addNumber(String accountSid, String phoneNumber) {
        return Seeds.addNumber(world, accountSid, phoneNumber);
    }

    /// Turns the clock, running whatever comes due on the way.
    ///
    /// @throws IllegalStateException when the simulator runs in real time
    public void advance(Duration time) {
        if (!(world.clock() instanceof TurnedClock clock)) {
            throw new IllegalStateException("this simulator runs in real time; start it with turnedClock(...)");
        }
        clock.advance(time);
    }

    /// The telephone with this number; give it a script, or drive its calls by hand.
    public Phone phone(String e164) {
        return engine.phones().number(e164);
    }

    /// A scripted stand-in for a Voice SDK client of the account.
    public Phone client(String accountSid, String identity) {
        return engine.phones().client(accountSid, identity);
    }

    /// Lets the phone call a number of a simulated account. It follows `script` once it is answered.
    ///
    /// @throws IllegalArgumentException when no account has the number
    public PhoneCall call(Phone from, String to, Script script) {
        return from.call(engine.inbound()::toNumber, to, script)
                .orElseThrow(() -> new IllegalArgumentException("no account has " + to));
    }

    /// What Twilio's debugger would show for the account, oldest first.
    public List<Alert> alerts(String accountSid) {
        return world.debugger().of(accountSid);
    }

    /// What happened to a call, a conference or a message, in order.
    public List<Entry> exchange(String sid) {
        return world.log().of(sid);
    }

    @Override
    public void close() {
        // First of all: who watches a page would keep the server waiting.
        world.changes().close();
        server.close();
        engine.close();
        world.close();
    }
}
