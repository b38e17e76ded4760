package org.patchbay.systemtests.calls;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.product.Team;
import org.patchbay.systemtests.twilio.Customer;
import org.patchbay.systemtests.twilio.Eventually;
import org.patchbay.systemtests.twilio.Installation;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import org.patchbay.systemtests.twilio.KilledServer;

/// Many calls at once at a server that can be killed, without sound: forwarded ones, ones in conferences, and ones
/// that ring.
final class Rush implements AutoCloseable {

    private static final String DESK = "+14155550100";
    private static final String FORWARDED = "+14155550101";
    private static final String MOBILE = "+12125550110";
    private static final String AGENTS_PHONE = "+12125550111";

    private final TwilioLogin login;
    private final TwilioSimulator simulator;
    private final KilledServer server;
    private final Program agent;
    private final Ledger ledger;
    private long phones = 13_125_550_100L;

    private Rush(TwilioLogin login, TwilioSimulator simulator, KilledServer server, Program agent) {
        this.login = login;
        this.simulator = simulator;
        this.server = server;
        this.agent = agent;
        this.ledger = new Ledger(server.database());
    }

    static Rush begin() {
        TwilioLogin login = new TwilioLogin("AC" + Installation.hex(), Installation.hex());
        TwilioSimulator simulator = TwilioSimulator.start(SimulatorOptions.defaults()
                .account(login.sid(), login.token())
                .number(login.sid(), DESK)
                .number(login.sid(), FORWARDED)
                .inspectorSubjects(20_000)
                .limits(100, 0));
        KilledServer server = KilledServer.start(simulator.url());
        Team team = Team.make(server.desk(), "Hugo Bennett");
        Customer owner = new Customer(team.owner());
        if (!owner.configured(login).path("state").asString().equals("ready")) {
            throw new AssertionError(owner.configuration());
        }
        number(owner, DESK, Map.of("noAnswerSeconds", 25));
        number(owner, FORWARDED, Map.of("forwardTo", MOBILE));
        simulator.phone(MOBILE).script(Script.answers());
        simulator.phone(AGENTS_PHONE).script(Script.answers());
        return new Rush(login, simulator, server, seated(server.desk(), team));
    }

    private static Program seated(URI desk, Team team) {
        Program agent = team.join(desk, Team.Account.of("Ada Nkemelu"), "agent");
        UUID memberId = UUID.fromString(agent.call("GET", "/api/session", Map.of())
                .at("/memberships/0/memberId")
                .asString());
        DeskFrames.of(agent);
        agent.call("PUT", "/api/members/" + memberId + "/phone", Map.of("phoneNumber", AGENTS_PHONE));
        agent.call("PUT", "/api/presence", Map.of("status", "available"));
        return agent;
    }

    private static void number(Customer owner, String number, Map<String, ?> settings) {
        String id = owner.number(number).path("id").asString();
        owner.api().call("PATCH", "/api/numbers/" + id, settings);
    }

    KilledServer server() {
        return server;
    }

    /// Callers who come to speak with whoever has the phone that their number is forwarded to.
    List<PhoneCall> forwarded(int calls) {
        return callers(calls, FORWARDED);
    }

    /// Callers who wait.
    List<PhoneCall> ringing(int calls) {
        return callers(calls, DESK);
    }

    private List<PhoneCall> callers(int calls, String number) {
        List<PhoneCall> callers = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            callers.add(simulator.call(simulator.phone("+" + phones++), number, Script.answers()));
        }
        return callers;
    }

    /// Customers whom a member calls, and who come to speak with them in a conference each.
    List<PhoneCall> inRooms(int calls) {
        List<PhoneCall> customers = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            var customer = simulator.phone("+" + phones++).script(Script.answers());
            place(customer.address());
            customers.add(Eventually.some(
                    customer.address() + " rings",
                    () -> customer.calls().stream().findFirst()));
        }
        return customers;
    }

    /// Whoever is told that it could not be stored presses again: with the same key it is the same call.
    private void place(String customer) {
        String key = UUID.randomUUID().toString();
        Eventually.is(
                201,
                () -> agent.ask("POST", "/api/calls", Map.of("to", customer, "via", "phone"), "Idempotency-Key", key)
                        .status());
    }

    long open() {
        return ledger.count("select count(*) from calls where ended_at is null");
    }

    long talking() {
        return ledger.count("select count(*) from calls where ended_at is null and stage = 'talking'");
    }

    long waiting() {
        return ledger.count("select count(*) from calls where ended_at is null and stage = 'offered'");
    }

    Set<String> statuses(Collection<PhoneCall> calls) {
        return Set.copyOf(ledger.column(
                "select distinct status from calls where twilio_call_sid = any('{%s}')".formatted(sids(calls))));
    }

    boolean areOver(Collection<PhoneCall> calls) {
        return ledger.count("select count(*) from calls where ended_at is null and twilio_call_sid = any('{%s}')"
                        .formatted(sids(calls)))
                == 0;
    }

    private static String sids(Collection<PhoneCall> calls) {
        return calls.stream().map(call -> call.sid().orElseThrow()).collect(Collectors.joining(","));
    }

    /// How long it takes until something is so.
    Duration until(BooleanSupplier condition) {
        long begun = System.nanoTime();
        Eventually.is(true, condition::getAsBoolean);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    Set<String> wrong() {
        return Truth.at(simulator, login).wrong(ledger);
    }

    int acknowledged() {
        return Acknowledged.by(simulator).size();
    }

    List<String> lost() {
        return Acknowledged.by(simulator).lostFrom(ledger);
    }

    @Override
    public void close() {
        server.close();
        simulator.close();
    }
}
