package org.patchbay.simulator.webhooks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;

/// Twilio offers gzip and must be able to read it.
final class Gzip {

    private static final int LARGEST = 16 << 20;

    private Gzip() {}

    /// The body as the server meant it; as it came when it is not really gzip.
    static byte[] plain(HttpResponse<byte[]> answer) {
        boolean packed = answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        if (!packed) {
            return answer.body();
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return in.readNBytes(LARGEST);
        } catch (IOException e) {
            return answer.body();
        }
    }
}
