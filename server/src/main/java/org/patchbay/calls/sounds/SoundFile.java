package org.patchbay.calls.sounds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;

/// A file in memory, that whoever has it need not fetch again: Twilio caches by `ETag`.
/// Source: [Webhooks FAQ](https://www.twilio.com/docs/usage/webhooks/webhooks-faq).
@SuppressWarnings("ArrayRecordComponent") // nobody changes it
record SoundFile(String type, byte[] content, String etag) {

    private static final int ETAG_BYTES = 12;

    static SoundFile of(String type, byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            String tag = HexFormat.of().formatHex(Arrays.copyOf(hash, ETAG_BYTES));
            return new SoundFile(type, content, "\"" + tag + "\"");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// @param life how long it may be kept
    void write(HttpServletRequest request, HttpServletResponse response, Duration life) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=" + life.toSeconds());
        response.setHeader(HttpHeaders.ETAG, etag);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (etag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        response.setContentLength(content.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(content);
        }
    }
}
