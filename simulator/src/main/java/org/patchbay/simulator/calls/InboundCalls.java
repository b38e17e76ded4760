package org.patchbay.simulator.calls;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.Call.CallIdentity;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.numbers.TwimlApplication;
import org.patchbay.simulator.numbers.VoiceSettings;
import org.patchbay.simulator.rest.Sids;

/// Calls that arrive: at a number, or from a Voice SDK client at its TwiML application.
public final class InboundCalls {

    private final Telephony telephony;
    private final Legs legs;
    private final NumberStore numbers;
    private final TwimlRunner runner;

    public InboundCalls(Telephony telephony, NumberStore numbers, TwimlRunner runner) {
        this.telephony = telephony;
        this.legs = new Legs(telephony);
        this.numbers = numbers;
        this.runner = runner;
    }

    /// A call to one of the simulated accounts' numbers.
    ///
    /// @param from E.164, or anything that a network may say, e.g. `anonymous`
    /// @return empty when no account has the number
    public Optional<Line> toNumber(String from, String to, FarEnd caller) {
        return numbers.byNumber(to).map(number -> {
            String application = number.voiceApplicationSid();
            var identity = identity(number, from, application.isEmpty() ? null : application);
            return arrive(identity, caller, numbers.voiceOf(number));
        });
    }

    /// A call of a Voice SDK client.
    ///
    /// @param callSid a fresh one
    /// @param params what the client passed to `connect`; each becomes a parameter of the webhook
    public Line fromClient(
            String callSid, TwimlApplication application, String identity, Params params, FarEnd client) {
        var call = new CallIdentity(
                callSid,
                application.accountSid(),
                null,
                "client:" + identity,
                params.first("To").orElse(""),
                Direction.INBOUND,
                null,
                application.sid(),
                new Params(params.all().stream()
                        .filter(param -> !param.name().equals("To"))
                        .toList()),
                telephony.clock().now());
        return arrive(call, client, application.voice());
    }

    private CallIdentity identity(IncomingPhoneNumber number, String from, @Nullable String applicationSid) {
        return new CallIdentity(
                Sids.mint("CA"),
                number.accountSid(),
                null,
                from,
                number.phoneNumber(),
                Direction.INBOUND,
                number.sid(),
                applicationSid,
                Params.NONE,
                telephony.clock().now());
    }

    /// Never waits, so that one account's mailbox can call another account.
    private Line arrive(CallIdentity identity, FarEnd caller, VoiceSettings settings) {
        var line = new FutureLine(telephony.boards().of(identity.accountSid()).mailbox());
        telephony.boards().of(identity.accountSid()).mailbox().post(() -> {
            Leg leg = legs.create(identity, caller, plan(settings));
            line.is(legs.arrived(leg));
            if (!settings.voice().isSet()) {
                // A number without a voice URL fails at once, and Twilio says nothing.
                telephony.step(identity.sid(), "the number has no voice URL, so the call fails");
                leg.end(HangUp.FAILED);
                return;
            }
            leg.begin(runner.run(leg, source(settings)));
        });
        return line;
    }

    private static CallbackPlan plan(VoiceSettings settings) {
        var callback = settings.statusCallback();
        return callback.isSet() ? CallbackPlan.of(callback.url(), callback.method(), List.of()) : CallbackPlan.NONE;
    }

    private static TwimlSource source(VoiceSettings settings) {
        return new TwimlSource.Url(
                settings.voice().url(),
                settings.voice().method(),
                Params.NONE,
                settings.fallback().url(),
                settings.fallback().method());
    }
}
