package org.patchbay.provisioning;

import java.net.URI;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.twilio.WebhookUrls;

/// Numbers as they may be found at Twilio.
final class Wirings {

    static final UUID WORKSPACE = UUID.fromString("01a1fd00-0000-7000-8000-000000000001");
    static final String OUR_APP = "AP00000000000000000000000000000001";
    static final DesiredSetup DESIRED =
            new DesiredSetup(new WebhookUrls(URI.create("https://desk.example.com"), WORKSPACE), OUR_APP);

    private Wirings() {}

    static TwilioNumber number(boolean voice, boolean sms, Wiring wiring) {
        return new TwilioNumber("PN1", "+14155550100", "Support", voice, sms, sms, wiring);
    }

    static Hook hook(String url) {
        return new Hook(URI.create(url), true);
    }

    /// Anything that a number may have had before us, as Twilio would keep it: a trunk and an app exclude each
    /// other.
    static Arbitrary<Wiring> any() {
        Arbitrary<@Nullable String> app = Arbitraries.of("APtheirs", "APother").injectNull(0.5);
        Arbitrary<@Nullable String> trunk = Arbitraries.just("TKtheirs").injectNull(0.7);
        Arbitrary<@Nullable String> smsApp = Arbitraries.just("APtexts").injectNull(0.7);
        return Combinators.combine(app, trunk, smsApp, hooks(), hooks(), hooks(), hooks(), hooks())
                .as((voiceApp, sipTrunk, textApp, voice, fallback, sms, smsFallback, status) -> new Wiring(
                        sipTrunk,
                        sipTrunk == null ? voiceApp : null,
                        voice,
                        fallback,
                        textApp,
                        sms,
                        smsFallback,
                        status));
    }

    private static Arbitrary<Hook> hooks() {
        Arbitrary<@Nullable URI> address = Arbitraries.of(
                        "https://theirs.example/voice",
                        "https://theirs.example/sms?a=1",
                        "https://other.example/x#rc=2")
                .map(URI::create)
                .injectNull(0.3);
        return Combinators.combine(address, Arbitraries.of(true, false)).as(Hook::new);
    }
}
