package org.patchbay.simulator.kit;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberUpdater;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.inspector.Alert;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;

/// A simulator with a clock that the test turns, one account with one number, and a customer.
public final class Stage implements AutoCloseable {

    public static final String NUMBER = "+14155550100";
    public static final String CALLER = "+13125550111";
    public static final String CALLEE = "+12125550122";

    public final TwilioSimulator simulator;
    public final Customer customer;
    public final TwilioRestClient sdk;
    public final String account;

    public Stage() {
        this(SimulatorOptions.defaults().limits(100, 0));
    }

    public Stage(SimulatorOptions options) {
        simulator = TwilioSimulator.start(options.turnedClock(Instant.parse("2026-11-20T10:00:00Z")));
        account = simulator.account().sid();
        simulator.addNumber(account, NUMBER);
        customer = new Customer(simulator.account().authToken());
        sdk = Sdk.of(simulator);
    }

    /// Lets the number answer with these verbs.
    public Stage voice(String verbs) {
        customer.answers("/voice", verbs);
        configure("/voice", "/number-status");
        return this;
    }

    public void configure(String voicePath, String statusPath) {
        var number = IncomingPhoneNumber.reader()
                .setPhoneNumber(NUMBER)
                .read(sdk)
                .iterator()
                .next();
        IncomingPhoneNumber.updater(number.getSid())
                .setVoiceUrl(customer.url(voicePath))
                .setStatusCallback(URI.create(customer.url(statusPath)))
                .update(sdk);
    }

    /// Lets texts to the number be answered with these verbs.
    public Stage texts(String verbs) {
        customer.answers("/sms", verbs);
        updateNumber(updater -> updater.setSmsUrl(URI.create(customer.url("/sms"))));
        return this;
    }

    public void updateNumber(UnaryOperator<IncomingPhoneNumberUpdater> change) {
        var number = IncomingPhoneNumber.reader().read(sdk).iterator().next();
        change.apply(IncomingPhoneNumber.updater(number.getSid())).update(sdk);
    }

    /// A call from somebody's phone to the number; time has not passed yet.
    public PhoneCall incoming(Script script) {
        var call = simulator.call(simulator.phone(CALLER), NUMBER, script);
        rest();
        return call;
    }

    public Phone callee(Script script) {
        return simulator.phone(CALLEE).script(script);
    }

    /// A call by REST to the callee that reports every event.
    public com.twilio.rest.api.v2010.account.CallCreator outgoing(String path) {
        return Call.creator(new PhoneNumber(CALLEE), new PhoneNumber(NUMBER), URI.create(customer.url(path)))
                .setStatusCallback(customer.url("/status"))
                .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"));
    }

    public Call fetch(String sid) {
        return Call.fetcher(sid).fetch(sdk);
    }

    /// The newest call of the account.
    public Call newest() {
        return Call.reader().read(sdk).iterator().next();
    }

    public void pass(long seconds) {
        simulator.advance(Duration.ofSeconds(seconds));
    }

    /// Lets everything under way come to rest; no time passes.
    public void rest() {
        simulator.advance(Duration.ZERO);
    }

    public List<Integer> alertCodes() {
        return simulator.alerts(account).stream().map(Alert::code).toList();
    }

    @Override
    public void close() {
        simulator.close();
        customer.close();
    }
}
