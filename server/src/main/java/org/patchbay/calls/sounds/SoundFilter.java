package org.patchbay.calls.sounds;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patchbay.http.ProblemWriter;
import org.patchbay.kernel.Problems;
import org.patchbay.secrets.Seals;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Serves the waiting sounds, before anything that is made for browsers: no session, no cookie that would keep
/// Twilio from caching. Twilio asks for sounds without the parameters that its signature covers, so what
/// protects them is their path ([SoundToken]); and without the database, so that callers who wait hear music
/// while it is away.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class SoundFilter extends OncePerRequestFilter {

    private static final Pattern PATH = Pattern.compile(WaitingSounds.ROOT + "([A-Za-z0-9_-]+)/([a-z.-]+)");

    private final SoundToken tokens;
    private final SoundFiles files;
    private final ProblemWriter problems;

    SoundFilter(Seals seals, Clock clock, SoundFiles files, ProblemWriter problems) {
        this.tokens = new SoundToken(seals, clock);
        this.files = files;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(WaitingSounds.ROOT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher path = PATH.matcher(request.getRequestURI());
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        Optional<Sound> sound = reads && path.matches() ? SoundFiles.sound(path.group(2)) : Optional.empty();
        Optional<Duration> life = sound.flatMap(known -> tokens.check(path.group(1), known));
        if (life.isPresent()) {
            files.read(path.group(2)).write(request, response, life.get());
        } else {
            problems.write(request, response, Problems.NOT_FOUND.because("There is nothing at this address."));
        }
    }
}
