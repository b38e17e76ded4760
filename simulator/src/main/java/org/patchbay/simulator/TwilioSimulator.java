package org.patchbay.simulator;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.Session;
import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.browsers.Ticker;
import org.patchbay.simulator.driving.ControlRoutes;
import org.patchbay.simulator.faults.Faults;
import org.patchbay.simulator.http.Endpoint;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.http.PortTaken;
import org.patchbay.simulator.http.WebServer;
import org.patchbay.simulator.inspector.Alert;
import org.patchbay.simulator.inspector.Entry;
import org.patchbay.simulator.media.VirtualLeg;
import org.patchbay.simulator.messages.GeoPermissions;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.pages.Pages;
import org.patchbay.simulator.phones.Attachment;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.simulator.rest.Sids;
import org.patchbay.simulator.signal.web.SignalEndpoint;
import org.patchbay.simulator.state.StateKeeper;
import org.patchbay.simulator.state.StateStores;
import org.patchbay.simulator.time.TurnedClock;

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
    private final TextEngine texts;
    private final StateKeeper state;
    private final WebServer server;
    private final Optional<Ticker> ticker;

    private TwilioSimulator(World world, Engine engine, TextEngine texts, StateKeeper state, WebServer server) {
        this.world = world;
        this.engine = engine;
        this.texts = texts;
        this.state = state;
        this.server = server;
        this.ticker = engine.browsers().map(browsers -> new Ticker(browsers.gateway(), world.clock()));
        ticker.ifPresent(Ticker::start);
    }

    /// @throws IllegalArgumentException when an option makes no sense
    /// @throws org.patchbay.simulator.http.PortTaken when the port is in use
    /// @throws org.patchbay.simulator.media.MediaPortTaken when the media port is
    public static TwilioSimulator start(SimulatorOptions options) {
        var world = World.create(options);
        try {
            var state = new StateKeeper(
                    new StateStores(world.accounts(), world.numbers(), world.services()), options.state());
            state.restore(options.load());
            Seeds.plant(world, options);
            state.save();
            var engine = Engine.create(world, options);
            var texts = TextEngine.create(world, engine);
            var routes = Routes.of(world, engine, texts, options);
            var control = texts.control(world);
            Endpoint door = request ->
                    request.path().startsWith(ControlRoutes.PREFIX) ? control.handle(request) : routes.handle(request);
            var address = new InetSocketAddress(options.host(), options.port());
            var pages = new Pages(engine.pages(world, texts.texting().store()), state.keeping(door));
            var server = listen(address, pages, engine);
            world.baseUrl().is(server.url().toString());
            return new TwilioSimulator(world, engine, texts, state, server);
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    private static WebServer listen(InetSocketAddress address, Pages pages, Engine engine) {
        try {
            return new WebServer(
                    address,
                    pages,
                    pages.streams(),
                    engine.browsers()
                            .map(browsers -> Map.<String, Supplier<Session.Listener>>of(
                                    "/signal", () -> new SignalEndpoint(browsers.gateway())))
                            .orElse(Map.of()));
        } catch (PortTaken e) {
            engine.close();
            throw e;
        }
    }

    /// Where the REST API is, e.g. `http://127.0.0.1:8090`.
    public URI url() {
        return server.url();
    }

    /// The UDP port of call audio; empty when calls are silent. Browsers connect their voice SDK to
    /// `/signal` of [#url()].
    public OptionalInt mediaPort() {
        return engine.audio().stream().mapToInt(audio -> audio.server().port()).findFirst();
    }

    /// Somebody who hears and speaks on a phone's call from now on.
    ///
    /// @throws java.util.NoSuchElementException where calls are silent
    public VirtualLeg listen(PhoneCall call) {
        VirtualLeg somebody = engine.audio().orElseThrow().server().virtualLeg();
        call.listen(somebody);
        return somebody;
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
        var account = Seeds.addAccount(world, sid, token);
        state.save();
        return account;
    }

    public IncomingPhoneNumber addNumber(String accountSid, String phoneNumber) {
        var number = Seeds.addNumber(world, accountSid, phoneNumber);
        state.save();
        return number;
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

    /// Lets a stand-in for a Voice SDK client call a TwiML application, as `device.connect({params})` does. It
    /// follows `script` once it is answered.
    ///
    /// @throws IllegalArgumentException when the account has no such application
    public PhoneCall connect(
            String accountSid, String identity, String applicationSid, Map<String, String> params, Script script) {
        var application = world.numbers()
                .applications()
                .find(accountSid, applicationSid)
                .orElseThrow(() -> new IllegalArgumentException("the account has no " + applicationSid));
        var all = new Params(params.entrySet().stream()
                .map(entry -> new Params.Param(entry.getKey(), entry.getValue()))
                .toList());
        return client(accountSid, identity)
                .call(
                        (from, to, caller) -> Optional.of(
                                engine.inbound().fromClient(Sids.mint("CA"), application, identity, all, caller)),
                        applicationSid,
                        script)
                .orElseThrow();
    }

    /// Lets the phone text a number of a simulated account.
    ///
    /// @return the SID of the inbound message
    /// @throws IllegalArgumentException when no account gets texts at the number
    public String text(Phone from, String to, String body, Attachment... attachments) {
        return texts.inbound()
                .receive(from.address(), to, body, List.of(attachments))
                .orElseThrow(() -> new IllegalArgumentException("no account gets texts at " + to));
    }

    /// To which countries accounts may send texts.
    public GeoPermissions textCountries() {
        return texts.geo();
    }

    /// What goes wrong on purpose, by account.
    public Faults faults() {
        return world.faults();
    }

    /// Gives the account a new primary token at once, as somebody at Twilio's console may: the old ones
    /// open nothing any more, and webhooks are signed by the new one.
    public Account rotateToken(String accountSid) {
        var rotated = TextEngine.rotateToken(world, accountSid);
        state.save();
        return rotated;
    }

    /// What Twilio's debugger would show for the account, oldest first.
    public List<Alert> alerts(String accountSid) {
        return world.debugger().of(accountSid);
    }

    /// What happened to a call, a conference or a message, in order.
    public List<Entry> exchange(String sid) {
        return world.log().of(sid);
    }

    /// The same of every call, conference and message that is remembered, by SID.
    public Map<String, List<Entry>> exchanges() {
        return world.log().recent(Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        // First of all: who watches a page would keep the server waiting.
        world.changes().close();
        ticker.ifPresent(Ticker::close);
        server.close();
        engine.close();
        world.close();
        state.save();
    }
}
