package org.patchbay.security;

import java.time.Duration;
import java.util.List;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.http.ProblemWriter;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.workspaces.Members;
import org.patchbay.workspaces.People;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/// The order of things before a controller: origins, headers, CSRF, then who calls. What they may do is
/// said by each handler and checked in [WorkspaceBoundAdapter], so that no list of paths can forget one.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain filterChain(
            HttpSecurity http,
            SessionCookie cookie,
            Sessions sessions,
            ApiKeys apiKeys,
            ProblemWriter problems,
            Settings settings)
            throws Exception {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(builder -> builder.sameSite("Strict").secure(cookie.secure()));
        return http.cors(cors -> cors.configurationSource(origins(settings)))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> {})
                        .permissionsPolicyHeader(permissions -> permissions.policy("microphone=(self), camera=()")))
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(tokens)
                        // A page can not make a browser send an Authorization header that it does not know.
                        .ignoringRequestMatchers(CallerFilter::hasBearer))
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .exceptionHandling(
                        handling -> handling.accessDeniedHandler((request, response, denied) -> problems.write(
                                request,
                                response,
                                SecurityProblems.CSRF_TOKEN_WRONG.because(
                                        "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN. In a"
                                                + " browser: reload the page."))))
                .addFilterAfter(new CallerFilter(cookie, sessions, apiKeys, problems), CsrfFilter.class)
                .build();
    }

    private static CorsConfigurationSource origins(Settings settings) {
        CorsConfiguration desk = new CorsConfiguration();
        desk.setAllowedOrigins(List.copyOf(settings.deskOrigins()));
        desk.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        desk.setAllowedHeaders(List.of(
                "Content-Type", "X-XSRF-TOKEN", "Authorization", "Idempotency-Key", WorkspaceBoundAdapter.HEADER));
        desk.setExposedHeaders(List.of("X-Request-Id", "Retry-After"));
        desk.setAllowCredentials(true);
        desk.setMaxAge(Duration.ofHours(1));
        return request -> {
            String path = request.getRequestURI();
            // The socket's handshake checks its origin itself, and says so in problem details.
            return path.startsWith("/api/") && !path.equals("/api/realtime") ? desk : null;
        };
    }

    @Bean
    WebMvcRegistrations handlersInTheirWorkspace(
            @Lazy Tenancy tenancy, @Lazy Members members, @Lazy People people, @Lazy Transactions transactions) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new WorkspaceBoundAdapter(tenancy, members, people, transactions);
            }
        };
    }

    @Bean
    WebMvcConfigurer callerArguments(CallerArgument resolver) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(resolver);
            }
        };
    }
}
