package org.patchbay.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.patchbay.http.ProblemWriter;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.Caller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who calls, by API key or session cookie, and binds them for the request. An API key that is
/// wrong is refused here; a cookie that is wrong only means nobody.
final class CallerFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final SessionCookie cookie;
    private final Sessions sessions;
    private final ApiKeys apiKeys;
    private final ProblemWriter problems;

    CallerFilter(SessionCookie cookie, Sessions sessions, ApiKeys apiKeys, ProblemWriter problems) {
        this.cookie = cookie;
        this.sessions = sessions;
        this.apiKeys = apiKeys;
        this.problems = problems;
    }

    static boolean hasBearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller;
        try {
            caller = identify(request);
        } catch (Problem refused) {
            problems.write(request, response, refused);
            return;
        } catch (TransactionException databaseGone) {
            problems.write(
                    request,
                    response,
                    Problems.UNAVAILABLE.because("The database does not answer. Try again in a moment."));
            return;
        }
        proceed(caller, request, response, chain);
    }

    private Caller identify(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (hasBearer(request)) {
            String secret = request.getHeader("Authorization").substring(BEARER.length());
            return apiKeys.authenticate(secret, address)
                    .orElseThrow(() ->
                            Problems.SIGN_IN_REQUIRED.because("This API key does not work. It may have been revoked."));
        }
        Optional<Caller> person = cookie.read(request)
                .flatMap(sessions::find)
                .map(session ->
                        new Caller.Person(session.userId(), session.id(), session.name(), session.email(), address));
        return person.orElseGet(() -> new Caller.Anonymous(address));
    }

    private static void proceed(
            Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ScopedValue.where(Caller.CURRENT, caller).call(() -> {
                chain.doFilter(request, response);
                return caller;
            });
        } catch (ServletException | IOException | RuntimeException passedOn) {
            throw passedOn;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
