package org.patchbay.systemtests.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.patchbay.simulator.inspector.Entry;
import org.patchbay.systemtests.twilio.Eventually;

/// Something that Twilio has asked the server, to be asked again, signature and all.
record Replay(Entry.Webhook webhook) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// @param kind as the inspector has it, e.g. `VOICE`
    static Replay of(Practice practice, String sid, String kind) {
        return new Replay(Eventually.some(kind, () -> first(practice, sid, kind)));
    }

    private static Optional<Entry.Webhook> first(Practice practice, String sid, String kind) {
        return practice.installation().simulator().exchange(sid).stream()
                .filter(Entry.Webhook.class::isInstance)
                .map(Entry.Webhook.class::cast)
                .filter(webhook -> webhook.kind().equals(kind))
                .findFirst();
    }

    String answer() {
        return webhook.answer();
    }

    /// Sends it again.
    ///
    /// @return what is answered
    String again() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(webhook.url()))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", webhook.signature())
                .POST(HttpRequest.BodyPublishers.ofString(webhook.params().encoded()))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
