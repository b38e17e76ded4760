package org.patchbay.webhooks;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.patchbay.twilio.Twiml;
import org.patchbay.twilio.WebhookUrls;

/// Replies as HTTP.
final class Replies {

    /// Twilio wants the character set to be said.
    /// Source: [TwiML](https://www.twilio.com/docs/voice/twiml).
    private static final String XML = "application/xml; charset=UTF-8";

    private static final String SORRY = "We are sorry, this is taking longer than usual. Please stay on the line.";
    private static final int WAIT_SECONDS = 3;

    private Replies() {}

    static void write(HttpServletResponse response, Reply reply) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        switch (reply) {
            case Reply.Noted noted -> {
                response.setStatus(204);
                noted.headers().forEach(response::setHeader);
            }
            case Reply.Instructions instructions -> {
                response.setStatus(200);
                response.setContentType(XML);
                response.getOutputStream().write(instructions.twiml().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /// For whoever is on the line while something here is broken: the call goes on, and asks again.
    static Reply stayOnTheLine(Incoming incoming) {
        return Reply.twiml(Twiml.sayAndAskAgain(SORRY, WAIT_SECONDS, again(incoming)));
    }

    /// Relative to the address that Twilio has just reached us under, so that it is certainly one it reaches.
    private static URI again(Incoming incoming) {
        return WebhookUrls.patient(URI.create(incoming.under("")));
    }
}
