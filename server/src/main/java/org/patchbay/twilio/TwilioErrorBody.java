package org.patchbay.twilio;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads `{"code":20404,"message":"…","more_info":"…","status":404}`, or whatever came instead.
///
/// Source: [Twilio's REST API response](https://www.twilio.com/docs/usage/twilios-response).
final class TwilioErrorBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_WORDS = 500;

    private TwilioErrorBody() {}

    static TwilioFailure failure(HttpResponse<byte[]> answer, boolean writing) {
        return failure(answer.statusCode(), answer.headers(), answer.body(), writing);
    }

    static TwilioFailure failure(int status, HttpHeaders headers, byte[] content, boolean writing) {
        JsonNode body = parsed(content);
        return TwilioFailure.answered(status, code(body), words(body), writing, retryAfter(headers));
    }

    private static @Nullable Integer code(JsonNode body) {
        JsonNode code = body.path("code");
        return code.isInt() ? Integer.valueOf(code.asInt()) : null;
    }

    private static @Nullable String words(JsonNode body) {
        JsonNode message = body.path("message");
        if (!message.isString() || message.asString().isBlank()) {
            return null;
        }
        String words = message.asString();
        return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException page) {
            return JSON.createObjectNode();
        }
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }
}
