package org.patchbay.simulator;

import org.patchbay.simulator.accounts.web.AccountsResource;
import org.patchbay.simulator.accounts.web.AuthTokensResource;
import org.patchbay.simulator.accounts.web.IamKeysResource;
import org.patchbay.simulator.accounts.web.KeysResource;
import org.patchbay.simulator.api.ConcurrencyLimit;
import org.patchbay.simulator.api.RestGate;
import org.patchbay.simulator.api.RestLog;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.calls.web.CallFields;
import org.patchbay.simulator.calls.web.CallUpdates;
import org.patchbay.simulator.calls.web.CallsResource;
import org.patchbay.simulator.conferences.ParticipantCalls;
import org.patchbay.simulator.conferences.web.ConferencesResource;
import org.patchbay.simulator.conferences.web.ParticipantsResource;
import org.patchbay.simulator.forks.ForkControl;
import org.patchbay.simulator.forks.web.ForksResource;
import org.patchbay.simulator.numbers.AvailableNumbers;
import org.patchbay.simulator.numbers.web.ApplicationsResource;
import org.patchbay.simulator.numbers.web.AvailablePhoneNumbersResource;
import org.patchbay.simulator.numbers.web.IncomingPhoneNumbersResource;
import org.patchbay.simulator.numbers.web.OutgoingCallerIdsResource;
import org.patchbay.simulator.queues.web.QueuesResource;
import org.patchbay.simulator.recordings.web.LiveRecordingsResource;
import org.patchbay.simulator.recordings.web.RecordedCalls;
import org.patchbay.simulator.recordings.web.RecordingsResource;

/// The whole REST API: every resource with what it needs.
final class Routes {

    private Routes() {}

    static RestRoutes of(World world, Engine engine, TextEngine texts, SimulatorOptions options) {
        var limit = new ConcurrencyLimit(options.restConcurrency());
        var log = new RestLog(world.log(), world.clock());
        var routes = new RestRoutes(new RestGate(world.accounts(), limit, world.faults(), log));
        accounts(routes, world);
        numbers(routes, world);
        calls(routes, world, engine);
        texts.register(routes);
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
        var recorded = new RecordedCalls(engine.recordings());
        new CallsResource(engine.telephony(), engine.outbound(), engine.runner(), fields, updates, recorded)
                .register(routes);
        var participants = new ParticipantCalls(engine.conferences(), engine.outbound(), engine.verbs());
        new ConferencesResource(engine.conferences(), engine.verbs()).register(routes);
        new ParticipantsResource(engine.conferences(), participants, fields, engine.verbs(), recorded).register(routes);
        new RecordingsResource(engine.recordings(), engine.transcriber()).register(routes);
        new LiveRecordingsResource(engine.telephony(), engine.recordings()).register(routes);
        new ForksResource(engine.telephony(), new ForkControl(engine.forks())).register(routes);
        new QueuesResource(engine.telephony(), engine.queues()).register(routes);
    }
}
