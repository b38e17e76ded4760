package org.patchbay.simulator.browsers;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.NewKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.accounts.ApiKey;
import org.patchbay.simulator.kit.Customer;
import org.patchbay.simulator.kit.Sdk;
import org.patchbay.simulator.media.Caller;
import org.patchbay.simulator.media.MediaConfig;
import org.patchbay.simulator.media.audio.Tone;
import org.patchbay.simulator.media.codec.G711;

/// A simulator with real sound, in real time, a customer, and softphones.
final class AudibleStage implements AutoCloseable {

    static final String NUMBER = "+14155550100";

    final TwilioSimulator simulator;
    final Customer customer;
    final TwilioRestClient sdk;
    final String account;
    final String application;
    private final ApiKey key;
    private final List<Softphone> phones = new ArrayList<>();

    AudibleStage() {
        simulator = TwilioSimulator.start(
                SimulatorOptions.defaults().limits(100, 100).media(MediaConfig.loopback(0)));
        account = simulator.account().sid();
        simulator.addNumber(account, NUMBER);
        customer = new Customer(simulator.account().authToken());
        sdk = Sdk.of(simulator);
        application = Application.creator(account)
                .setVoiceUrl(URI.create(customer.url("/app")))
                .create(sdk)
                .getSid();
        key = key(sdk, account);
    }

    private static ApiKey key(TwilioRestClient client, String account) {
        var made = NewKey.creator().create(client);
        return new ApiKey(made.getSid(), account, "", made.getSecret(), Instant.EPOCH, Instant.EPOCH);
    }

    /// An API key of a new subaccount.
    ApiKey subaccountKey() {
        var sub = Account.creator().create(sdk);
        return key(Sdk.of(simulator, sub.getSid(), sub.getAuthToken(), sub.getSid()), sub.getSid());
    }

    /// What the TwiML application answers.
    AudibleStage application(String verbs) {
        customer.answers("/app", verbs);
        return this;
    }

    /// A sound file of half a minute, longer than any test listens.
    static Customer.Reply tone(double hz) {
        short[] samples =
                Tone.of(hz, Caller.LOUD).lasting(Duration.ofSeconds(30)).samples();
        byte[] file = new byte[samples.length];
        G711.encode(samples, file, 0);
        return new Customer.Reply(200, "audio/ulaw", file, Map.of());
    }

    String token(String identity) {
        return Softphone.token(key, identity, application);
    }

    Softphone phone(String identity, double hz) throws Exception {
        var phone = Softphone.register(simulator, token(identity), hz);
        phones.add(phone);
        return phone;
    }

    /// Waits for something that comes by itself.
    static void await(String what, BooleanSupplier condition) {
        for (int i = 0; i < 2_000; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("in 20 s it did not come about that " + what);
    }

    @Override
    public void close() {
        phones.forEach(Softphone::close);
        simulator.close();
        customer.close();
    }
}
