package org.patchbay.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberUpdater;
import com.twilio.type.PhoneNumberCapabilities;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// An account's [phone numbers](https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource).
public final class AccountNumbers {

    /// Twilio's largest page: 3,000 numbers are three requests.
    private static final int PAGE = 1000;

    private final TwilioLine line;

    AccountNumbers(TwilioLine line) {
        this.line = line;
    }

    /// An address that Twilio asks.
    ///
    /// @param post whether by POST, else by GET
    public record Hook(@Nullable URI url, boolean post) {}

    /// Who answers a number. Of trunk, app and addresses the first that is set wins; setting trunk or app
    /// takes the other away.
    public record Wiring(
            @Nullable String trunkSid,
            @Nullable String voiceApplicationSid,
            Hook voice,
            Hook voiceFallback,
            @Nullable String smsApplicationSid,
            Hook sms,
            Hook smsFallback,
            Hook statusCallback) {}

    /// A number as Twilio has it.
    ///
    /// @param phoneNumber E.164
    /// @param name Twilio's friendly name; may be empty
    public record TwilioNumber(
            String sid, String phoneNumber, String name, boolean voice, boolean sms, boolean mms, Wiring wiring) {}

    /// All of them, in Twilio's order.
    public List<TwilioNumber> list() {
        return line.ask(
                "numbers.list",
                client -> StreamSupport.stream(
                                IncomingPhoneNumber.reader()
                                        .pageSize(PAGE)
                                        .read(client)
                                        .spliterator(),
                                false)
                        .map(AccountNumbers::number)
                        .toList());
    }

    public Optional<TwilioNumber> find(String sid) {
        return line.ask(
                "numbers.fetch",
                client ->
                        Gone.found(() -> number(IncomingPhoneNumber.fetcher(sid).fetch(client))));
    }

    /// Points a number at these, and nowhere else.
    ///
    /// @return the number as Twilio has it now
    public TwilioNumber rewire(String sid, Wiring wiring) {
        return line.ask("numbers.update", client -> number(updater(sid, wiring).update(client)));
    }

    private static IncomingPhoneNumberUpdater updater(String sid, Wiring wiring) {
        IncomingPhoneNumberUpdater updater = IncomingPhoneNumber.updater(sid)
                .setVoiceUrl(text(wiring.voice()))
                .setVoiceMethod(method(wiring.voice()))
                .setVoiceFallbackUrl(text(wiring.voiceFallback()))
                .setVoiceFallbackMethod(method(wiring.voiceFallback()))
                .setSmsApplicationSid(orNothing(wiring.smsApplicationSid()))
                .setSmsUrl(text(wiring.sms()))
                .setSmsMethod(method(wiring.sms()))
                .setSmsFallbackUrl(text(wiring.smsFallback()))
                .setSmsFallbackMethod(method(wiring.smsFallback()))
                .setStatusCallback(text(wiring.statusCallback()))
                .setStatusCallbackMethod(method(wiring.statusCallback()));
        // Each takes the other away: the one that is not wanted must not be sent after the one that is.
        return wiring.trunkSid() != null
                ? updater.setTrunkSid(wiring.trunkSid())
                : updater.setTrunkSid("").setVoiceApplicationSid(orNothing(wiring.voiceApplicationSid()));
    }

    static TwilioNumber number(IncomingPhoneNumber number) {
        PhoneNumberCapabilities can = number.getCapabilities();
        return new TwilioNumber(
                number.getSid(),
                number.getPhoneNumber().getEndpoint(),
                number.getFriendlyName() == null ? "" : number.getFriendlyName(),
                can != null && can.getVoice(),
                can != null && can.getSms(),
                can != null && can.getMms(),
                wiring(number));
    }

    private static Wiring wiring(IncomingPhoneNumber number) {
        return new Wiring(
                orNull(number.getTrunkSid()),
                orNull(number.getVoiceApplicationSid()),
                hook(number.getVoiceUrl(), number.getVoiceMethod()),
                hook(number.getVoiceFallbackUrl(), number.getVoiceFallbackMethod()),
                orNull(number.getSmsApplicationSid()),
                hook(number.getSmsUrl(), number.getSmsMethod()),
                hook(number.getSmsFallbackUrl(), number.getSmsFallbackMethod()),
                hook(number.getStatusCallback(), number.getStatusCallbackMethod()));
    }

    private static Hook hook(@Nullable URI url, @Nullable HttpMethod method) {
        return new Hook(AccountApps.address(url), method != HttpMethod.GET);
    }

    private static HttpMethod method(Hook hook) {
        return hook.post() ? HttpMethod.POST : HttpMethod.GET;
    }

    private static String text(Hook hook) {
        return AccountApps.text(hook.url());
    }

    private static @Nullable String orNull(@Nullable String sid) {
        return sid == null || sid.isEmpty() ? null : sid;
    }

    private static String orNothing(@Nullable String sid) {
        return sid == null ? "" : sid;
    }
}
