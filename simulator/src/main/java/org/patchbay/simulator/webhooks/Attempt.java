package org.patchbay.simulator.webhooks;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.patchbay.simulator.http.Params;

/// One HTTP request of a webhook: where to, how, and its signature.
record Attempt(String url, String method, Params form, String signature) {

    /// Twilio's parameters go into the query of a GET and into the form of a POST.
    static Attempt of(Webhook webhook, String url, String method, Params params, String authToken) {
        String plain = SignedUrl.withoutFragment(url);
        boolean inQuery = method.equals("GET") && !params.all().isEmpty();
        String target = inQuery ? plain + (plain.contains("?") ? "&" : "?") + params.encoded() : plain;
        Params form = method.equals("GET") ? Params.NONE : params;
        String signed = SignedUrl.of(target, webhook.kind().isVoice());
        return new Attempt(target, method, form, Signature.of(authToken, signed, form));
    }

    /// @throws IllegalArgumentException when the URL is none that can be called
    HttpRequest request(String idempotencyToken, String cookies) {
        URI uri = URI.create(SignedUrl.withoutUser(url));
        var request = HttpRequest.newBuilder(uri)
                .header("User-Agent", "TwilioProxy/1.1")
                .header("Accept", "*/*")
                .header("Accept-Encoding", "gzip")
                .header("X-Home-Region", "us1")
                .header("X-Twilio-Signature", signature)
                .header("I-Twilio-Idempotency-Token", idempotencyToken);
        String user = URI.create(url).getUserInfo();
        if (user != null) {
            String basic = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        if (method.equals("GET")) {
            return request.GET().build();
        }
        return request.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(form.encoded()))
                .build();
    }
}
