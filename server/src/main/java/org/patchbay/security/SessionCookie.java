package org.patchbay.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.patchbay.kernel.settings.Settings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The cookie that carries a session's token: HttpOnly, SameSite=Strict, and Secure except on loopback http.
@Component
public class SessionCookie {

    public static final String NAME = "patchbay_session";

    private final boolean secure;
    private final Clock clock;

    SessionCookie(Settings settings, Clock clock) {
        this.secure =
                settings.publicUrl().map(url -> "https".equals(url.getScheme())).orElse(!settings.onLoopback());
        this.clock = clock;
    }

    public Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    public void write(HttpServletResponse response, Sessions.Opened session) {
        set(response, session.token(), Duration.between(clock.instant(), session.expiresAt()));
    }

    public void clear(HttpServletResponse response) {
        set(response, "", Duration.ZERO);
    }

    boolean secure() {
        return secure;
    }

    private void set(HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
