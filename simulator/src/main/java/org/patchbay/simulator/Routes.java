package org.patchbay.simulator;

import org.patchbay.simulator.accounts.web.AccountsResource;
import org.patchbay.simulator.accounts.web.AuthTokensResource;
import org.patchbay.simulator.accounts.web.IamKeysResource;
import org.patchbay.simulator.accounts.web.KeysResource;
import org.patchbay.simulator.api.ConcurrencyLimit;
import org.patchbay.simulator.api.RestFaults;
import org.patchbay.simulator.api.RestGate;
import org.patchbay.simulator.api.RestLog;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.calls.web.CallFields;
import org.patchbay.simulator.calls.web.CallUpdates;
import org.patchbay.simulator.calls.web.CallsResource;
import org.patchbay.simulator.numbers.AvailableNumbers;
import org.patchbay.simulator.numbers.web.ApplicationsResource;
import org.patchbay.simulator.numbers.web.AvailablePhoneNumbersResource;
import org.patchbay.simulator.numbers.web.IncomingPhoneNumbersResource;
import org.patchbay.simulator.numbers.web.OutgoingCallerIdsResource;

/// The whole REST API: every resource with what it needs.
final class Routes {

    private Routes() {}

    static RestRoutes of(World world, Engine engine, SimulatorOptions options) {
        var limit = new ConcurrencyLimit(options.restConcurrency());
        var log = new RestLog(world.log(), world.clock());
        var routes = new RestRoutes(new RestGate(world.accounts(), limit, RestFaults.NONE, log));
        accounts(routes, world);
        numbers(routes, world);
        calls(routes, world, engine);
        return routes;
    }

    private static void accounts(RestRoutes routes, World world) {
        new AccountsResource(world.accounts(), world.clock()).register(routes);
        new KeysResource(world.accounts(), world.clock()).register(routes);
        new IamKeysResource(world.accounts(), world.clock()).register(routes);
        new AuthTokensResource(world.accounts(), world.clock()).register(routes);
    }

    private static void numbers(RestRoutes routes, World world) {
        var available = new AvailableNumbers(world.numbers());
        new IncomingPhoneNumbersResource(world.numbers(), world.accounts(), available, world.clock()).register(routes);
        new AvailablePhoneNumbersResource(available).register(routes);
        new ApplicationsResource(world.numbers(), world.clock()).register(routes);
        new OutgoingCallerIdsResource(world.numbers(), world.clock()).register(routes);
    }

    private static void calls(RestRoutes routes, World world, Engine engine) {
        var fields = new CallFields(world.numbers());
        var updates = new CallUpdates(engine.telephony(), engine.runner());
        new CallsResource(engine.telephony(), engine.outbound(), engine.runner(), fields, updates, request -> leg -> {})
                .register(routes);
    }
}
