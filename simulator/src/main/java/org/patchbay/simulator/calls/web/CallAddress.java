package org.patchbay.simulator.calls.web;

import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.numbers.PhoneNumbers;
import org.patchbay.simulator.rest.RestError;

/// Who is called.
///
/// @param address E.164, or `client:` and an identity
/// @param parameters what a client's address carried behind a question mark
record CallAddress(String address, Params parameters) {

    /// @throws RestError 400/21211 for what is no number and no client
    static CallAddress to(String text) {
        if (text.startsWith("client:")) {
            int query = text.indexOf('?');
            return query < 0
                    ? new CallAddress(text, Params.NONE)
                    : new CallAddress(text.substring(0, query), Params.parse(text.substring(query + 1)));
        }
        if (text.startsWith("sip:") || text.startsWith("app:")) {
            throw RestError.badRequest(21211, "Calls to " + text.substring(0, 4) + " are not simulated");
        }
        String number = PhoneNumbers.normalize(text)
                // Twilio's magic number that is never valid.
                .filter(e164 -> !e164.equals("+15005550001"))
                .orElseThrow(() -> RestError.badRequest(21211, "Invalid 'To' Phone Number: " + text));
        return new CallAddress(number, Params.NONE);
    }

    /// @throws RestError 400/21212 for what is no number, 21210 for a number that is not the account's
    static String from(NumberStore numbers, String accountSid, String text) {
        if (text.startsWith("client:")) {
            return text;
        }
        String number = PhoneNumbers.normalize(text)
                .orElseThrow(() -> RestError.badRequest(21212, "The 'From' number " + text + " is not valid"));
        if (!numbers.mayCallFrom(accountSid, number)) {
            throw RestError.badRequest(
                    21210, "The source phone number provided, " + number + ", is not yet verified for your account");
        }
        return number;
    }
}
