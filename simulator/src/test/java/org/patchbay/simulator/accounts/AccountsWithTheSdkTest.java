package org.patchbay.simulator.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.AvailablePhoneNumberCountry;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Key;
import com.twilio.rest.api.v2010.account.NewKey;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.kit.Sdk;

class AccountsWithTheSdkTest {

    private final TwilioSimulator simulator = TwilioSimulator.start(SimulatorOptions.defaults());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void theTokenOpensTheAccountAndAWrongOneDoesNot() {
        var sdk = Sdk.of(simulator);
        String sid = simulator.account().sid();
        var account = com.twilio.rest.api.v2010.Account.fetcher(sid).fetch(sdk);
        assertThat(account.getSid()).isEqualTo(sid);
        assertThat(account.getDateCreated()).isNotNull();

        var wrong = Sdk.of(simulator, sid, "wrong", sid);
        assertThatThrownBy(() -> com.twilio.rest.api.v2010.Account.fetcher(sid).fetch(wrong))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.getCode()).isEqualTo(20003);
                    assertThat(e.getStatusCode()).isEqualTo(401);
                });
    }

    @Test
    void aKeyOpensNumbersButNeitherTheAccountNorTheKeys() {
        String sid = simulator.account().sid();
        var key = NewKey.creator().setFriendlyName("ours").create(Sdk.of(simulator));
        assertThat(key.getSecret()).hasSize(32);
        var sdk = Sdk.of(simulator, key.getSid(), key.getSecret(), sid);

        assertThat(IncomingPhoneNumber.reader().read(sdk)).isEmpty();
        assertThatThrownBy(() -> com.twilio.rest.api.v2010.Account.fetcher(sid).fetch(sdk))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20003));
        assertThatThrownBy(() -> Key.reader().read(sdk).iterator())
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20003));
    }

    @Test
    void aNumberIsFoundBoughtConfiguredAndReleased() {
        var sdk = Sdk.of(simulator);
        assertThat(AvailablePhoneNumberCountry.reader().read(sdk)).isNotEmpty();
        var offered = Local.reader("US")
                .setAreaCode(415)
                .limit(3)
                .read(sdk)
                .iterator()
                .next();
        var bought = IncomingPhoneNumber.creator(offered.getPhoneNumber())
                .setVoiceUrl("https://example.com/voice")
                .create(sdk);
        assertThat(bought.getPhoneNumber()).isEqualTo(offered.getPhoneNumber());
        assertThat(bought.getCapabilities().getVoice()).isTrue();

        var changed = IncomingPhoneNumber.updater(bought.getSid())
                .setFriendlyName("desk")
                .setVoiceUrl("")
                .update(sdk);
        assertThat(changed.getFriendlyName()).isEqualTo("desk");
        assertThat(changed.getVoiceUrl().toString()).isEmpty();

        assertThat(IncomingPhoneNumber.deleter(bought.getSid()).delete(sdk)).isTrue();
        assertThatThrownBy(() -> IncomingPhoneNumber.fetcher(bought.getSid()).fetch(sdk))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20404));
    }

    @Test
    void listsArePagedAndTheSdkFollowsThePages() {
        var sdk = Sdk.of(simulator);
        for (int i = 0; i < 7; i++) {
            simulator.addNumber(simulator.account().sid(), "+1415555010" + i);
        }
        var all = IncomingPhoneNumber.reader().pageSize(3).read(sdk);
        assertThat(all)
                .extracting(n -> n.getPhoneNumber().toString())
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    @Test
    void bothTokensOpenTheAccountWhileItIsRotated() {
        var sdk = Sdk.of(simulator);
        String sid = simulator.account().sid();
        String old = simulator.account().authToken();
        var secondary = com.twilio.rest.accounts.v1.SecondaryAuthToken.creator().create(sdk);
        var withSecondary = Sdk.of(simulator, sid, secondary.getSecondaryAuthToken(), sid);
        assertThat(com.twilio.rest.api.v2010.Account.fetcher(sid)
                        .fetch(withSecondary)
                        .getSid())
                .isEqualTo(sid);
        assertThat(simulator.account().authToken()).isEqualTo(old);

        com.twilio.rest.accounts.v1.AuthTokenPromotion.updater().update(sdk);
        assertThat(simulator.account().authToken()).isEqualTo(secondary.getSecondaryAuthToken());
        assertThatThrownBy(() -> com.twilio.rest.api.v2010.Account.fetcher(sid).fetch(sdk))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20003));
    }

    @Test
    void theParentActsForItsSubaccountAndTheSubaccountForNobodyElse() {
        var sdk = Sdk.of(simulator);
        var child = com.twilio.rest.api.v2010.Account.creator()
                .setFriendlyName("child")
                .create(sdk);
        var asParent =
                Sdk.of(simulator, simulator.account().sid(), simulator.account().authToken(), child.getSid());
        assertThat(IncomingPhoneNumber.reader().read(asParent)).isEmpty();
        var asChild = Sdk.of(
                simulator,
                child.getSid(),
                child.getAuthToken(),
                simulator.account().sid());
        assertThatThrownBy(() -> IncomingPhoneNumber.reader().read(asChild).iterator())
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20003));
    }
}
