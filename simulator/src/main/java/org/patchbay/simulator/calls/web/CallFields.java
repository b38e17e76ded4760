package org.patchbay.simulator.calls.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.calls.CallRequest;
import org.patchbay.simulator.calls.CallbackPlan;
import org.patchbay.simulator.calls.MachineDetection;
import org.patchbay.simulator.calls.MachineDetectionPlan;
import org.patchbay.simulator.calls.TwimlSource;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.numbers.TwimlApplication;
import org.patchbay.simulator.rest.Fields;
import org.patchbay.simulator.rest.RestError;

/// Reads the form of `POST /Calls.json` and of creating a participant
/// (<https://www.twilio.com/docs/voice/api/call-resource#create-a-call>).
public final class CallFields {

    private static final int LONGEST_TWIML = 4_000;
    private static final int DEFAULT_TIME_LIMIT = 14_400;

    private final NumberStore numbers;

    public CallFields(NumberStore numbers) {
        this.numbers = numbers;
    }

    CallRequest read(RestRequest request) {
        Fields fields = request.fields();
        var application = application(request);
        var callbacks = application
                .map(TwimlApplication::voice)
                .map(voice -> CallbackPlan.of(
                        voice.statusCallback().url(), voice.statusCallback().method(), List.of()))
                .orElseGet(() -> callbacks(fields));
        return read(request, callbacks, application.map(TwimlApplication::sid).orElse(null));
    }

    /// The fields that calls and participants share.
    public CallRequest read(RestRequest request, CallbackPlan callbacks, @Nullable String applicationSid) {
        Fields fields = request.fields();
        var to = CallAddress.to(fields.required("To", 21201));
        String from = CallAddress.from(numbers, request.accountSid(), fields.required("From", 21213));
        String sendDigits = fields.text("SendDigits", "");
        if (sendDigits.length() > 32 || !sendDigits.matches("[0-9A-Da-d*#wW]*")) {
            throw RestError.badRequest(20001, "SendDigits may have 32 characters of 0-9 * # w W");
        }
        return new CallRequest(
                from,
                to.address(),
                to.parameters(),
                numbers.byNumber(from).map(IncomingPhoneNumber::sid).orElse(null),
                applicationSid,
                callbacks,
                Duration.ofSeconds(fields.number("Timeout", 60, 1, 600)),
                Duration.ofSeconds(fields.number("TimeLimit", DEFAULT_TIME_LIMIT, 1, 86_400)),
                sendDigits,
                // Twilio turns detection off when keys are to be sent.
                sendDigits.isEmpty() ? machineDetection(fields) : null);
    }

    /// The status callback of a call, not of a conference.
    public static CallbackPlan callbacks(Fields fields) {
        return CallbackPlan.of(
                fields.url("StatusCallback").orElse(""),
                fields.method("StatusCallbackMethod", "POST"),
                fields.words("StatusCallbackEvent"));
    }

    private Optional<TwimlApplication> application(RestRequest request) {
        return request.fields()
                .text("ApplicationSid")
                .map(sid -> numbers.applications()
                        .find(request.accountSid(), sid)
                        .orElseThrow(() -> RestError.badRequest(21218, "Invalid ApplicationSid")));
    }

    /// The instructions of the new call.
    TwimlSource instructions(RestRequest request) {
        var application = application(request);
        if (application.isPresent()) {
            var voice = application.get().voice();
            return new TwimlSource.Url(
                    voice.voice().url(),
                    voice.voice().method(),
                    Params.NONE,
                    voice.fallback().url(),
                    voice.fallback().method());
        }
        return source(request.fields())
                .orElseThrow(() -> RestError.badRequest(21205, "Url or Twiml or ApplicationSid is required"));
    }

    /// `Url` wins over `Twiml`, as Twilio ignores the latter when both are given.
    static Optional<TwimlSource> source(Fields fields) {
        var url = fields.url("Url");
        if (url.isPresent()) {
            return Optional.of(new TwimlSource.Url(
                    url.get(),
                    fields.method("Method", "POST"),
                    Params.NONE,
                    fields.url("FallbackUrl").orElse(""),
                    fields.method("FallbackMethod", "POST")));
        }
        return fields.text("Twiml").map(xml -> {
            if (xml.length() > LONGEST_TWIML) {
                throw RestError.badRequest(21205, "Twiml may have 4,000 characters");
            }
            return new TwimlSource.Inline(xml);
        });
    }

    private static @Nullable MachineDetectionPlan machineDetection(Fields fields) {
        var mode = fields.oneOf("MachineDetection", 20001, "Enable", "DetectMessageEnd");
        if (mode.isEmpty()) {
            return null;
        }
        var detection = new MachineDetection(
                mode.get().equals("DetectMessageEnd"),
                Duration.ofSeconds(fields.number("MachineDetectionTimeout", 30, 3, 59)),
                Duration.ofMillis(fields.number("MachineDetectionSpeechThreshold", 2_400, 1_000, 6_000)),
                Duration.ofMillis(fields.number("MachineDetectionSpeechEndThreshold", 1_200, 500, 5_000)));
        String url = fields.url("AsyncAmdStatusCallback")
                .or(() -> fields.url("AmdStatusCallback"))
                .orElse("");
        boolean async = fields.flag("AsyncAmd", false) || fields.form().has("AmdStatusCallback");
        return new MachineDetectionPlan(detection, async, url, fields.method("AsyncAmdStatusCallbackMethod", "POST"));
    }
}
