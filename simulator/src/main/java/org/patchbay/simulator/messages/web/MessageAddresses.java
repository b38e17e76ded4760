package org.patchbay.simulator.messages.web;

import org.patchbay.simulator.messages.Carrier;
import org.patchbay.simulator.messages.GeoPermissions;
import org.patchbay.simulator.messages.OptOuts;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.numbers.PhoneNumbers;
import org.patchbay.simulator.rest.RestError;

/// Who may text whom. Twilio's magic numbers for tests mean what they mean with test credentials
/// (<https://www.twilio.com/docs/iam/test-credentials#test-sms-messages>).
public final class MessageAddresses {

    private final NumberStore numbers;
    private final OptOuts optOuts;
    private final GeoPermissions geo;
    private final Carrier carrier;

    public MessageAddresses(NumberStore numbers, OptOuts optOuts, GeoPermissions geo, Carrier carrier) {
        this.numbers = numbers;
        this.optOuts = optOuts;
        this.geo = geo;
        this.carrier = carrier;
    }

    /// @throws RestError 400: 21211 no number, 21408 closed country, 21610 opted out, 21612
    ///     unreachable, 21614 no mobile phone
    String to(String accountSid, String text) {
        refuseChannels(text, 63003, "Channel could not find To address");
        String number = PhoneNumbers.normalize(text).orElseThrow(() -> invalid(text));
        switch (number) {
            case "+15005550001" -> throw invalid(text);
            case "+15005550002" ->
                throw RestError.badRequest(
                        21612, "The 'To' phone number " + number + " is not currently reachable via SMS");
            case "+15005550003" -> throw closed(number);
            case "+15005550004" -> throw optedOut();
            case "+15005550009" -> throw landline(number);
            default -> {
                if (!geo.permits(accountSid, number)) {
                    throw closed(number);
                }
                if (!carrier.isMobile(number)) {
                    throw landline(number);
                }
                return number;
            }
        }
    }

    /// @throws RestError 400: 21212 no number, 21606 not the account's or not for texts, 21611 full
    String from(String accountSid, String text) {
        refuseChannels(text, 63007, "Twilio could not find a Channel with the specified From address");
        String number = PhoneNumbers.normalize(text)
                .filter(e164 -> !e164.equals("+15005550001"))
                .orElseThrow(() -> RestError.badRequest(21212, "The 'From' number " + text + " is not valid"));
        if (number.equals("+15005550008")) {
            throw RestError.badRequest(21611, "This 'From' number has exceeded the maximum number of queued messages");
        }
        boolean usable = number.equals("+15005550006")
                || numbers.byNumber(number)
                        .filter(own -> own.accountSid().equals(accountSid))
                        .filter(own -> own.capabilities().sms())
                        .isPresent();
        if (!usable) {
            throw RestError.badRequest(
                    21606,
                    "The 'From' phone number " + number
                            + " is not a valid message-capable Twilio phone number for this destination");
        }
        return number;
    }

    /// @throws RestError 400/21610
    void refuseOptedOut(String from, String to) {
        if (optOuts.isBlocked(from, to)) {
            throw optedOut();
        }
    }

    private static void refuseChannels(String text, int code, String message) {
        if (text.contains(":")) {
            throw RestError.badRequest(code, message + ": channels other than SMS are not simulated");
        }
    }

    private static RestError invalid(String text) {
        return RestError.badRequest(21211, "The 'To' number " + text + " is not a valid phone number");
    }

    private static RestError closed(String number) {
        return RestError.badRequest(
                21408,
                "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: "
                        + number);
    }

    private static RestError optedOut() {
        return RestError.badRequest(21610, "Attempt to send to unsubscribed recipient");
    }

    private static RestError landline(String number) {
        return RestError.badRequest(21614, "'To' number is not a valid mobile number: " + number);
    }
}
