package org.patchbay.simulator.webhooks;

import java.nio.charset.StandardCharsets;

/// What came of a webhook.
public sealed interface WebhookResult {

    /// An answer with a 2xx status.
    ///
    /// @param url where the answer came from, after redirects; relative URLs in it start here
    record Answered(int status, String contentType, byte[] body, String url) implements WebhookResult {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /// No usable answer.
    ///
    /// @param code Twilio's, e.g. 11200 for a status of 400 or more, 11205 for no connection
    /// @param url the URL that failed
    record Failed(int code, String url, String reason) implements WebhookResult {}
}
