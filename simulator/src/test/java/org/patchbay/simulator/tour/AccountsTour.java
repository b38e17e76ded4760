package org.patchbay.simulator.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.accounts.v1.AuthTokenPromotion;
import com.twilio.rest.accounts.v1.SecondaryAuthToken;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Key;
import com.twilio.rest.api.v2010.account.NewKey;
import com.twilio.rest.api.v2010.account.NewSigningKey;
import com.twilio.rest.api.v2010.account.SigningKey;
import com.twilio.rest.iam.v1.ApiKey;
import com.twilio.rest.iam.v1.GetApiKeys;
import com.twilio.rest.iam.v1.NewApiKey;

/// Accounts, keys and tokens.
public final class AccountsTour {

    private final TwilioRestClient sdk;
    private final String account;

    public AccountsTour(TwilioRestClient sdk) {
        this.sdk = sdk;
        this.account = sdk.getAccountSid();
    }

    public void walk() {
        accounts();
        keys();
        signingKeys();
        iamKeys();
    }

    private void accounts() {
        var child = Account.creator().setFriendlyName("child").create(sdk);
        assertThat(Account.reader().read(sdk)).extracting(Account::getSid).contains(account, child.getSid());
        assertThat(Account.fetcher(child.getSid()).fetch(sdk).getOwnerAccountSid())
                .isEqualTo(account);
        var suspended = Account.updater(child.getSid())
                .setStatus(Account.Status.SUSPENDED)
                .update(sdk);
        assertThat(suspended.getStatus()).isEqualTo(Account.Status.SUSPENDED);
    }

    private void keys() {
        var key = NewKey.creator().setFriendlyName("one").create(sdk);
        assertThat(key.getSecret()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(Key.reader().read(sdk)).extracting(Key::getSid).contains(key.getSid());
        assertThat(Key.updater(key.getSid()).setFriendlyName("two").update(sdk).getFriendlyName())
                .isEqualTo("two");
        assertThat(Key.fetcher(key.getSid()).fetch(sdk).getFriendlyName()).isEqualTo("two");
        assertThat(Key.deleter(key.getSid()).delete(sdk)).isTrue();
    }

    private void signingKeys() {
        var key = NewSigningKey.creator().setFriendlyName("one").create(sdk);
        assertThat(SigningKey.reader().read(sdk)).extracting(SigningKey::getSid).contains(key.getSid());
        SigningKey.updater(key.getSid()).setFriendlyName("two").update(sdk);
        assertThat(SigningKey.fetcher(key.getSid()).fetch(sdk).getFriendlyName())
                .isEqualTo("two");
        assertThat(SigningKey.deleter(key.getSid()).delete(sdk)).isTrue();
    }

    private void iamKeys() {
        var key = NewApiKey.creator(account).setFriendlyName("one").create(sdk);
        assertThat(GetApiKeys.reader(account).read(sdk))
                .extracting(GetApiKeys::getSid)
                .contains(key.getSid());
        ApiKey.updater(key.getSid()).setFriendlyName("two").update(sdk);
        assertThat(ApiKey.fetcher(key.getSid()).fetch(sdk).getFriendlyName()).isEqualTo("two");
        assertThat(ApiKey.deleter(key.getSid()).delete(sdk)).isTrue();
    }

    /// Last of all: afterwards the client's token is not the account's any more.
    public void exchangeToken() {
        SecondaryAuthToken.creator().create(sdk);
        assertThat(SecondaryAuthToken.deleter().delete(sdk)).isTrue();
        SecondaryAuthToken.creator().create(sdk);
        assertThat(AuthTokenPromotion.updater().update(sdk).getAuthToken()).hasSize(32);
    }
}
