package org.patchbay.twilio;

import com.twilio.rest.api.v2010.Account;
import java.util.Locale;

/// A Twilio account, as far as Patchbay has business with it. Every method asks Twilio, and throws
/// [TwilioFailure] when it does not do what it is asked.
public final class TwilioAccount {

    private final String sid;
    private final TwilioLine line;
    private final RecordingSound sound;

    TwilioAccount(String sid, TwilioLine line, RecordingSound sound) {
        this.sid = sid;
        this.line = line;
        this.sound = sound;
    }

    /// What Twilio says of the account.
    ///
    /// @param name as its owner calls it
    /// @param trial whether it can only call numbers that were verified, with a notice before each call
    public record Info(String sid, String name, Status status, boolean trial) {}

    public record Subaccount(String sid, String authToken) {
        @Override
        public String toString() {
            return "Subaccount[" + sid + "]";
        }
    }

    public enum Status {
        ACTIVE,
        SUSPENDED,
        CLOSED
    }

    public String sid() {
        return sid;
    }

    /// Also the cheapest proof that the token is right: API keys may not read it.
    public Info info() {
        return line.ask("account.fetch", client -> {
            Account account = Account.fetcher(sid).fetch(client);
            return new Info(
                    account.getSid(),
                    account.getFriendlyName(),
                    account.getStatus() == null
                            ? Status.ACTIVE
                            : Status.valueOf(account.getStatus().toString().toUpperCase(Locale.ROOT)),
                    account.getType() == Account.Type.TRIAL);
        });
    }

    public AccountKeys keys() {
        return new AccountKeys(line);
    }

    public AccountApps apps() {
        return new AccountApps(line);
    }

    public AccountNumbers numbers() {
        return new AccountNumbers(line);
    }

    public NumberMarket market() {
        return new NumberMarket(line);
    }

    public AccountTokens tokens() {
        return new AccountTokens(line);
    }

    public AccountCalls calls() {
        return new AccountCalls(line);
    }

    public AccountConferences conferences() {
        return new AccountConferences(line);
    }

    public AccountRecordings recordings() {
        return new AccountRecordings(line, sound);
    }

    /// Makes an account under this one, with a token of its own.
    public Subaccount createSubaccount(String name) {
        return line.ask("account.create", client -> {
            Account made = Account.creator().setFriendlyName(name).create(client);
            return new Subaccount(made.getSid(), made.getAuthToken());
        });
    }
}
