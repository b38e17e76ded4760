package org.patchbay.webhooks;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.twilio.TwilioEnvironment;
import org.patchbay.twilio.WebhookUrls;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Tries a public address from outside: sends what Twilio would send to the server's own address, signed as
/// Twilio signs, and looks at what comes back. The first customer should not be the one who finds out that a
/// proxy changes the path or that a tunnel asks for a password.
///
/// It goes out by the proxy that the JVM or the environment names; what is on this machine is asked directly.
@Component
public class Probe implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Duration patience;

    @Autowired
    Probe() {
        this(System.getenv(), PATIENCE);
    }

    Probe(Map<String, String> environment, Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .proxy(OutgoingProxies.from(environment))
                .build();
    }

    /// Asks `…/probe` under an address. Blocks for at most ten seconds.
    ///
    /// @param base without a path; need not be the one that the server is configured with
    /// @param config the workspace's account as it is stored: its primary token signs
    public ProbeResult ask(URI base, UUID workspaceId, TwilioConfig config) {
        if (config.environment() == TwilioEnvironment.TWILIO && OnlyHere.is(base)) {
            return ProbeResults.onlyHere(base);
        }
        String word = UUID.randomUUID().toString();
        HttpRequest request = request(new WebhookUrls(base, workspaceId).probe(), config, word);
        long began = System.nanoTime();
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            HttpResponse<Void> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return ProbeResults.of(response, word, Duration.ofNanos(System.nanoTime() - began));
        } catch (ExecutionException failed) {
            return ProbeResults.of(failed, base);
        } catch (TimeoutException silence) {
            answer.cancel(true);
            return ProbeResults.of(silence, base);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return ProbeResults.of(stopped, base);
        }
    }

    private HttpRequest request(URI address, TwilioConfig config, String word) {
        String url = address.toString().split("#", 2)[0];
        Map<String, List<String>> form = Map.of(
                "AccountSid",
                List.of(config.accountSid()),
                "ApiVersion",
                List.of("2010-04-01"),
                "Empty",
                List.of(""),
                ProbeRoute.WORD,
                List.of(word));
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(patience)
                .header("User-Agent", "TwilioProxy/1.1")
                .header("Accept", "*/*")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header(
                        "X-Twilio-Signature",
                        TwilioSignature.of(url, form, config.credentials().authToken()))
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
    }

    private static String encoded(Map<String, List<String>> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().getFirst(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }
}
