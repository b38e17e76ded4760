package org.patchbay.simulator.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.AvailablePhoneNumberCountry;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.OutgoingCallerId;
import com.twilio.rest.api.v2010.account.ValidationRequest;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.MachineToMachine;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Mobile;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.National;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.SharedCost;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.TollFree;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Voip;
import com.twilio.type.PhoneNumber;
import java.net.URI;

/// Numbers, what answers them, and caller ids.
public final class NumbersTour {

    private static final PhoneNumber MINE = new PhoneNumber("+13125550177");

    private final TwilioRestClient sdk;

    public NumbersTour(TwilioRestClient sdk) {
        this.sdk = sdk;
    }

    public void walk() {
        available();
        incoming();
        kinds();
        applications();
        callerIds();
    }

    private void available() {
        assertThat(AvailablePhoneNumberCountry.reader().read(sdk)).isNotEmpty();
        assertThat(AvailablePhoneNumberCountry.fetcher("US").fetch(sdk).getCountryCode())
                .isEqualTo("US");
        assertThat(Local.reader("US").limit(1).read(sdk)).isNotEmpty();
        assertThat(TollFree.reader("US").limit(1).read(sdk)).isNotEmpty();
        assertThat(Mobile.reader("GB").limit(1).read(sdk)).isNotEmpty();
        assertThat(National.reader("US").limit(1).read(sdk)).hasSizeLessThan(2);
        assertThat(Voip.reader("US").limit(1).read(sdk)).hasSizeLessThan(2);
        assertThat(SharedCost.reader("US").limit(1).read(sdk)).hasSizeLessThan(2);
        assertThat(MachineToMachine.reader("US").limit(1).read(sdk)).hasSizeLessThan(2);
    }

    private void incoming() {
        PhoneNumber free =
                Local.reader("US").limit(1).read(sdk).iterator().next().getPhoneNumber();
        var bought = IncomingPhoneNumber.creator(free).create(sdk);
        assertThat(IncomingPhoneNumber.updater(bought.getSid())
                        .setSmsUrl(URI.create("https://example.com/sms"))
                        .update(sdk)
                        .getSmsUrl())
                .hasToString("https://example.com/sms");
        assertThat(IncomingPhoneNumber.fetcher(bought.getSid()).fetch(sdk).getPhoneNumber())
                .isEqualTo(free);
        assertThat(IncomingPhoneNumber.reader().setPhoneNumber(free).read(sdk)).hasSize(1);
        assertThat(IncomingPhoneNumber.deleter(bought.getSid()).delete(sdk)).isTrue();
    }

    private void kinds() {
        PhoneNumber local =
                Local.reader("US").limit(1).read(sdk).iterator().next().getPhoneNumber();
        PhoneNumber free =
                TollFree.reader("US").limit(1).read(sdk).iterator().next().getPhoneNumber();
        PhoneNumber mobile =
                Mobile.reader("GB").limit(1).read(sdk).iterator().next().getPhoneNumber();
        com.twilio.rest.api.v2010.account.incomingphonenumber.Local.creator(local)
                .create(sdk);
        com.twilio.rest.api.v2010.account.incomingphonenumber.TollFree.creator(free)
                .create(sdk);
        com.twilio.rest.api.v2010.account.incomingphonenumber.Mobile.creator(mobile)
                .create(sdk);
        assertThat(com.twilio.rest.api.v2010.account.incomingphonenumber.Local.reader()
                        .read(sdk))
                .extracting(com.twilio.rest.api.v2010.account.incomingphonenumber.Local::getPhoneNumber)
                .contains(local)
                .doesNotContain(free, mobile);
        assertThat(com.twilio.rest.api.v2010.account.incomingphonenumber.TollFree.reader()
                        .read(sdk))
                .extracting(com.twilio.rest.api.v2010.account.incomingphonenumber.TollFree::getPhoneNumber)
                .containsExactly(free);
        assertThat(com.twilio.rest.api.v2010.account.incomingphonenumber.Mobile.reader()
                        .read(sdk))
                .extracting(com.twilio.rest.api.v2010.account.incomingphonenumber.Mobile::getPhoneNumber)
                .containsExactly(mobile);
    }

    private void applications() {
        var app = Application.creator()
                .setFriendlyName("desk")
                .setVoiceUrl(URI.create("https://example.com/voice"))
                .create(sdk);
        assertThat(Application.reader().setFriendlyName("desk").read(sdk))
                .extracting(Application::getSid)
                .containsExactly(app.getSid());
        Application.updater(app.getSid()).setFriendlyName("other").update(sdk);
        var read = Application.fetcher(app.getSid()).fetch(sdk);
        assertThat(read.getFriendlyName()).isEqualTo("other");
        assertThat(read.getVoiceUrl()).hasToString("https://example.com/voice");
        assertThat(Application.deleter(app.getSid()).delete(sdk)).isTrue();
    }

    private void callerIds() {
        var request = ValidationRequest.creator(MINE).setFriendlyName("mine").create(sdk);
        assertThat(request.getValidationCode()).isNotEmpty();
        var verified = OutgoingCallerId.reader()
                .setPhoneNumber(MINE)
                .read(sdk)
                .iterator()
                .next();
        OutgoingCallerId.updater(verified.getSid()).setFriendlyName("ours").update(sdk);
        assertThat(OutgoingCallerId.fetcher(verified.getSid()).fetch(sdk).getFriendlyName())
                .isEqualTo("ours");
        assertThat(OutgoingCallerId.deleter(verified.getSid()).delete(sdk)).isTrue();
    }
}
