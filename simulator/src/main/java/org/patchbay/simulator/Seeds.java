package org.patchbay.simulator;

import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.accounts.Secrets;
import org.patchbay.simulator.numbers.Capabilities;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.numbers.PhoneNumbers;
import org.patchbay.simulator.rest.Sids;

/// Puts what the options ask for into an empty world.
final class Seeds {

    private Seeds() {}

    /// @throws IllegalArgumentException naming the option that makes no sense
    static void plant(World world, SimulatorOptions options) {
        options.accounts().forEach(seed -> addAccount(world, seed.sid(), seed.token()));
        if (options.accounts().isEmpty() && world.accounts().all().findAny().isEmpty()) {
            addAccount(world, Sids.mint("AC"), Secrets.authToken());
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
