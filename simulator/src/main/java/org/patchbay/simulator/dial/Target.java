package org.patchbay.simulator.dial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.CallbackPlan;
import org.patchbay.simulator.calls.MachineDetection;
import org.patchbay.simulator.calls.MachineDetectionPlan;
import org.patchbay.simulator.calls.TwimlSource;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.http.Params.Param;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.numbers.PhoneNumbers;
import org.patchbay.simulator.twiml.Element;

/// One party to be called: a `<Number>` or a `<Client>`.
///
/// @param address E.164, or `client:` and an identity
/// @param parameters what a client is told
/// @param whisper instructions for the party before it is connected, or null
record Target(
        String address,
        Params parameters,
        CallbackPlan callbacks,
        TwimlSource.@Nullable Url whisper,
        String sendDigits,
        @Nullable MachineDetectionPlan machineDetection) {

    private static final int LONGEST_IDENTITY = 256;

    boolean isNumber() {
        return address.startsWith("+");
    }

    /// A party that a noun names; what is wrong is reported, and the noun left out.
    static Optional<Target> read(Interpreter interpreter, Element noun) {
        return switch (noun.name()) {
            case "Number" ->
                number(interpreter, noun.text()).map(address -> of(interpreter, noun, address, Params.NONE));
            case "Client" -> client(interpreter, noun);
            default -> {
                interpreter.alert(12400, "<" + noun.name() + "> is not simulated");
                yield Optional.empty();
            }
        };
    }

    /// The number in `<Dial>`'s own text.
    static Optional<Target> plain(Interpreter interpreter, String text) {
        return number(interpreter, text)
                .map(address -> new Target(address, Params.NONE, CallbackPlan.NONE, null, "", null));
    }

    private static Optional<String> number(Interpreter interpreter, String text) {
        var number = PhoneNumbers.normalize(text);
        if (number.isEmpty()) {
            interpreter.alert(13223, "Dial: invalid phone number format '" + text + "'");
        }
        return number;
    }

    private static Optional<Target> client(Interpreter interpreter, Element noun) {
        String identity = noun.text();
        var parameters = new ArrayList<Param>();
        for (Element child : noun.children()) {
            if (child.name().equals("Identity")) {
                identity = child.text();
            } else if (child.name().equals("Parameter")) {
                parameters.add(new Param(child.attribute("name", ""), child.attribute("value", "")));
            }
        }
        if (identity.isEmpty() || identity.length() > LONGEST_IDENTITY) {
            interpreter.alert(13223, "Dial: invalid client identity");
            return Optional.empty();
        }
        return Optional.of(of(interpreter, noun, "client:" + identity, new Params(List.copyOf(parameters))));
    }

    private static Target of(Interpreter interpreter, Element noun, String address, Params parameters) {
        String status = url(interpreter, noun, "statusCallback");
        String whisper = url(interpreter, noun, "url");
        return new Target(
                address,
                parameters,
                status.isEmpty()
                        ? CallbackPlan.NONE
                        : CallbackPlan.of(
                                status, noun.method("statusCallbackMethod", "POST"), noun.words("statusCallbackEvent")),
                whisper.isEmpty() ? null : TwimlSource.Url.of(whisper, noun.method("method", "POST")),
                noun.attribute("sendDigits", ""),
                machineDetection(interpreter, noun));
    }

    private static @Nullable MachineDetectionPlan machineDetection(Interpreter interpreter, Element noun) {
        String mode = noun.attribute("machineDetection", "");
        if (!mode.equals("Enable") && !mode.equals("DetectMessageEnd")) {
            return null;
        }
        var detection = new MachineDetection(
                mode.equals("DetectMessageEnd"),
                Duration.ofSeconds(noun.number("machineDetectionTimeout", 30, 3, 59)),
                Duration.ofMillis(noun.number("machineDetectionSpeechThreshold", 2_400, 1_000, 6_000)),
                Duration.ofMillis(noun.number("machineDetectionSpeechEndThreshold", 1_200, 500, 5_000)));
        String url = url(interpreter, noun, "amdStatusCallback");
        return new MachineDetectionPlan(detection, true, url, noun.method("amdStatusCallbackMethod", "POST"));
    }

    /// An absolute URL, or empty when the attribute is absent or invalid.
    private static String url(Interpreter interpreter, Element noun, String attribute) {
        String value = noun.attribute(attribute, "");
        return value.isEmpty() ? "" : interpreter.resolve(value).orElse("");
    }
}
