package org.patchbay.systemtests.twilio;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.patchbay.provisioning.DesiredSetup;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import org.patchbay.twilio.AccountApps.AppSettings;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.twilio.TwilioAccount;

/// Somebody at work on an account in Twilio's console, past Patchbay.
record Console(TwilioAccount account) {

    private static final Hook NOBODY = new Hook(null, true);

    static Console of(Installation installation, TwilioLogin login) {
        return new Console(installation.byHand(login));
    }

    List<TwilioNumber> numbers() {
        return account.numbers().list();
    }

    TwilioNumber number(String phoneNumber) {
        return numbers().stream()
                .filter(number -> number.phoneNumber().equals(phoneNumber))
                .findFirst()
                .orElseThrow();
    }

    /// Who answers a number's calls and texts, and hears of what became of them. While an app has the calls,
    /// Twilio ignores the number's own voice addresses.
    List<String> answering(String phoneNumber) {
        return answering(number(phoneNumber));
    }

    static List<String> answering(TwilioNumber number) {
        Wiring wiring = number.wiring();
        return Stream.of(wiring.voiceApplicationSid(), wiring.trunkSid(), wiring.sms(), wiring.statusCallback())
                .map(String::valueOf)
                .toList();
    }

    /// Types an address in for calls and one for texts.
    void typeAddresses(String phoneNumber, URI base) {
        rewire(
                phoneNumber,
                new Wiring(
                        null,
                        null,
                        new Hook(base.resolve("voice.xml"), false),
                        NOBODY,
                        null,
                        new Hook(base.resolve("sms"), true),
                        NOBODY,
                        NOBODY));
    }

    /// Lets another tool's TwiML app take the calls.
    ///
    /// @return the app's SID
    String giveToAnotherTool(String phoneNumber) {
        String app = account.apps()
                .create(new AppSettings("Their IVR", URI.create("https://theirs.example/voice"), null, null))
                .sid();
        rewire(phoneNumber, new Wiring(null, app, NOBODY, NOBODY, null, NOBODY, NOBODY, NOBODY));
        return app;
    }

    void release(String phoneNumber) {
        account.market().release(number(phoneNumber).sid());
    }

    private void rewire(String phoneNumber, Wiring wiring) {
        account.numbers().rewire(number(phoneNumber).sid(), wiring);
    }

    /// All of the account that a workspace touches, with the SIDs of apps and keys left out.
    List<String> withoutSids(UUID workspaceId) {
        String name = DesiredSetup.nameOf(workspaceId);
        List<String> all = new ArrayList<>();
        account.keys().list().forEach(key -> all.add("key " + key.name()));
        account.apps().named(name).forEach(app -> all.add("app " + app.settings() + app.byPost()));
        numbers().forEach(number -> all.add(number.toString().replaceAll("AP[0-9a-f]{32}", "AP…")));
        return all;
    }
}
