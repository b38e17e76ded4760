package org.patchbay.twilio;

import com.twilio.rest.accounts.v1.AuthTokenPromotion;
import com.twilio.rest.accounts.v1.SecondaryAuthToken;

/// Exchanges an account's auth token without a moment in which none works: a secondary one is made, known
/// everywhere, and then promoted.
/// Source: [Auth tokens](https://www.twilio.com/docs/iam/api/authtoken).
public final class AccountTokens {

    private final TwilioLine line;

    AccountTokens(TwilioLine line) {
        this.line = line;
    }

    /// @return the new token, told this once
    public String createSecondary() {
        return line.ask(
                "tokens.create",
                client -> SecondaryAuthToken.creator().create(client).getSecondaryAuthToken());
    }

    /// Makes the secondary token the primary one; the primary one before stops working.
    public void promote() {
        line.ask("tokens.promote", client -> AuthTokenPromotion.updater().update(client));
    }

    /// A token that is gone already is no failure.
    public void deleteSecondary() {
        line.ask(
                "tokens.delete",
                client -> Gone.orRemoved(() -> SecondaryAuthToken.deleter().delete(client)));
    }
}
