package org.patchbay.simulator.messages;

import java.util.List;
import org.patchbay.simulator.calls.Countries;
import org.patchbay.simulator.http.Params;

/// What an inbound text's webhook says
/// (<https://www.twilio.com/docs/messaging/guides/webhook-request>). Places other than the country are
/// not known and sent as empty strings, as Twilio does.
final class InboundParams {

    private InboundParams() {}

    /// @param urls of the media, in their order
    static Params of(Message message, List<Media> media, List<String> urls) {
        var params = place("To", message.to())
                .and(place("From", message.from()))
                .and(Params.of(
                        "MessageSid", message.sid(),
                        "SmsSid", message.sid(),
                        "SmsMessageSid", message.sid(),
                        "AccountSid", message.accountSid(),
                        "From", message.from(),
                        "To", message.to(),
                        "Body", message.body(),
                        "NumMedia", Integer.toString(media.size()),
                        "NumSegments",
                                Integer.toString(Segments.of(message.body()).count()),
                        "SmsStatus", "received",
                        "ApiVersion", "2010-04-01"));
        String serviceSid = message.serviceSid();
        if (serviceSid != null) {
            params = params.and("MessagingServiceSid", serviceSid);
        }
        for (int i = 0; i < media.size(); i++) {
            params = params.and(Params.of(
                    "MediaUrl" + i,
                    urls.get(i),
                    "MediaContentType" + i,
                    media.get(i).contentType()));
        }
        return params;
    }

    private static Params place(String who, String number) {
        return Params.of(who + "Country", Countries.of(number), who + "State", "", who + "City", "", who + "Zip", "");
    }
}
