package org.patchbay.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.patchbay.kernel.Problem;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes a problem where no controller is at hand: filters, handshakes, the error page.
@Component
public class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(problem.type().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        problem.retryAfter().ifPresent(delay -> response.setHeader("Retry-After", seconds(delay)));
        response.getOutputStream().write(json.writeValueAsBytes(ProblemBody.of(problem, RequestIdFilter.of(request))));
    }

    /// Whole seconds, rounded up: who waits that long is not refused again.
    static String seconds(Duration delay) {
        return String.valueOf(Math.max(1, delay.plusMillis(999).toSeconds()));
    }
}
