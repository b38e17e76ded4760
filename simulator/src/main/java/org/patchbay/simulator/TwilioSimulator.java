package org.patchbay.simulator;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.accounts.web.AccountsResource;
import org.patchbay.simulator.accounts.web.AuthTokensResource;
import org.patchbay.simulator.accounts.web.IamKeysResource;
import org.patchbay.simulator.accounts.web.KeysResource;
import org.patchbay.simulator.api.ConcurrencyLimit;
import org.patchbay.simulator.api.RestFaults;
import org.patchbay.simulator.api.RestGate;
import org.patchbay.simulator.api.RestLog;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.http.WebServer;
import org.patchbay.simulator.numbers.AvailableNumbers;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.numbers.web.ApplicationsResource;
import org.patchbay.simulator.numbers.web.AvailablePhoneNumbersResource;
import org.patchbay.simulator.numbers.web.IncomingPhoneNumbersResource;
import org.patchbay.simulator.numbers.web.OutgoingCallerIdsResource;
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
    private final WebServer server;

    private TwilioSimulator(World world, WebServer server) {
        this.world = world;
        this.server = server;
    }

    /// @throws IllegalArgumentException when an option makes no sense
    /// @throws org.patchbay.simulator.http.PortTaken when the port is in use
    public static TwilioSimulator start(SimulatorOptions options) {
        var world = World.create(options, CallbackFaults.NONE);
        try {
            Seeds.plant(world, options);
            var routes = routes(world, options);
            var address = new InetSocketAddress(options.host(), options.port());
            return new TwilioSimulator(world, new WebServer(address, routes::handle));
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    private static RestRoutes routes(World world, SimulatorOptions options) {
        var clock = world.clock();
        var limit = new ConcurrencyLimit(options.restConcurrency());
        var gate = new RestGate(world.accounts(), limit, RestFaults.NONE, new RestLog(world.log(), clock));
        var routes = new RestRoutes(gate);
        new AccountsResource(world.accounts(), clock).register(routes);
        new KeysResource(world.accounts(), clock).register(routes);
        new IamKeysResource(world.accounts(), clock).register(routes);
        new AuthTokensResource(world.accounts(), clock).register(routes);
        var available = new AvailableNumbers(world.numbers());
        new IncomingPhoneNumbersResource(world.numbers(), world.accounts(), available, clock).register(routes);
        new AvailablePhoneNumbersResource(available).register(routes);
        new ApplicationsResource(world.numbers(), clock).register(routes);
        new OutgoingCallerIdsResource(world.numbers(), clock).register(routes);
        return routes;
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

    @Override
    public void close() {
        server.close();
        world.close();
    }
}
