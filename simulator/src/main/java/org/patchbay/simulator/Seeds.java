package org.patchbay.simulator;

import java.util.Map;
import java.util.TreeMap;
import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.accounts.Secrets;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.numbers.Capabilities;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.numbers.NumberSettings;
import org.patchbay.simulator.numbers.PhoneNumbers;
import org.patchbay.simulator.rest.Fields;
import org.patchbay.simulator.rest.Sids;

/// Puts what the options ask for into an empty world.
final class Seeds {

    /// From the range that is kept for fiction (<https://www.nanpa.com>), with what they are for.
    private static final Map<String, String> DEMO_NUMBERS =
            new TreeMap<>(Map.of("+14155550100", "Support", "+14155550104", "Sales", "+14155550108", "Front desk"));

    private Seeds() {}

    /// @throws IllegalArgumentException naming the option that makes no sense
    static void plant(World world, SimulatorOptions options) {
        options.accounts().forEach(seed -> addAccount(world, seed.sid(), seed.token()));
        if (options.accounts().isEmpty() && world.accounts().all().findAny().isEmpty()) {
            var account = addAccount(world, Sids.mint("AC"), Secrets.authToken());
            if (options.demo()) {
                DEMO_NUMBERS.forEach((number, name) -> addNumber(world, account.sid(), number, name));
            }
        }
        options.numbers().forEach(seed -> addNumber(world, seed.accountSid(), seed.phoneNumber()));
    }

    static Account addAccount(World world, String sid, String token) {
        if (!Sids.isSid("AC", sid)) {
            throw new IllegalArgumentException("--account: not an account SID (AC and 32 hexadecimal digits): " + sid);
        }
        var account = Account.create(
                sid, token, "Simulated account", sid, world.clock().now());
        world.accounts().put(account);
        return account;
    }

    private static void addNumber(World world, String accountSid, String phoneNumber, String name) {
        var fields = new Fields(Params.of("FriendlyName", name));
        var number = addNumber(world, accountSid, phoneNumber);
        world.numbers()
                .put(new NumberSettings(world.numbers())
                        .apply(number, fields, world.clock().now()));
    }

    static IncomingPhoneNumber addNumber(World world, String accountSid, String phoneNumber) {
        if (world.accounts().find(accountSid).isEmpty()) {
            throw new IllegalArgumentException("--number: there is no account " + accountSid);
        }
        if (!PhoneNumbers.isE164(phoneNumber)) {
            throw new IllegalArgumentException("--number: not an E.164 number: " + phoneNumber);
        }
        var number = IncomingPhoneNumber.bought(
                Sids.mint("PN"),
                accountSid,
                phoneNumber,
                Capabilities.ALL,
                world.clock().now());
        var known = world.numbers().byNumber(phoneNumber);
        if (known.isPresent() && known.get().accountSid().equals(accountSid)) {
            return known.get();
        }
        if (!world.numbers().put(number)) {
            throw new IllegalArgumentException("--number: somebody else has " + phoneNumber);
        }
        return number;
    }
}
