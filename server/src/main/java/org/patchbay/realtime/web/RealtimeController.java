package org.patchbay.realtime.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.realtime.Desks;
import org.patchbay.realtime.Visit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The handshake of the event socket: an ordinary handler until it has been agreed to, so that session,
/// membership and refusals are those of every other route.
@RestController
class RealtimeController {

    private static final String PATH = "/api/realtime";

    /// A desk says `ping`. Tomcat keeps room for the longest message that it takes, on each socket.
    private static final int LONGEST_HEARD = 1024;

    private final Desks desks;
    private final Settings settings;

    RealtimeController(Desks desks, Settings settings) {
        this.desks = desks;
        this.settings = settings;
    }

    @GetMapping(PATH)
    @Requires(Permission.WORKSPACE_READ)
    void open(
            Caller.Member caller,
            @RequestParam @Nullable @Min(value = 0, message = "must not be negative") Long after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        requireUpgrade(request, response);
        requireOrigin(request);
        Visit visit = new Visit(
                Ids.next(),
                caller.workspaceId(),
                caller.memberId(),
                caller.person().userId(),
                caller.person().sessionId(),
                after == null ? OptionalLong.empty() : OptionalLong.of(after));
        try {
            container(request)
                    .upgradeHttpToWebSocket(request, response, endpoint(new DeskEndpoint(desks, visit)), Map.of());
        } catch (DeploymentException fault) {
            throw new ServletException(fault);
        }
    }

    /// RFC 6455 §4.2.1, and RFC 9110 §15.5.22 for the refusal.
    private static void requireUpgrade(HttpServletRequest request, HttpServletResponse response) {
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            response.setHeader(HttpHeaders.UPGRADE, "websocket");
            throw RealtimeProblems.WEBSOCKET_EXPECTED.because("Open a WebSocket here; api/events.md says how.");
        }
    }

    /// Browsers apply no same-origin policy to WebSockets: any page could open one with our cookie, were
    /// it not for this (RFC 6455 §10.2). Every browser sends an origin.
    private void requireOrigin(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !settings.deskOrigins().contains(origin)) {
            throw refusedOrigin();
        }
    }

    private static Problem refusedOrigin() {
        return RealtimeProblems.ORIGIN_REFUSED.because(
                "Open the socket from the desk's own page, or name its address in PATCHBAY_DESK_ORIGINS.");
    }

    private static ServerContainer container(HttpServletRequest request) {
        var container = (ServerContainer) request.getServletContext().getAttribute(ServerContainer.class.getName());
        container.setDefaultMaxTextMessageBufferSize(LONGEST_HEARD);
        container.setDefaultMaxBinaryMessageBufferSize(LONGEST_HEARD);
        return container;
    }

    private static ServerEndpointConfig endpoint(DeskEndpoint endpoint) {
        return ServerEndpointConfig.Builder.create(DeskEndpoint.class, PATH)
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(endpoint);
                    }

                    /// No compression: it takes hundreds of kilobytes per socket, for frames of 200 bytes.
                    @Override
                    public List<Extension> getNegotiatedExtensions(
                            List<Extension> installed, List<Extension> requested) {
                        return List.of();
                    }
                })
                .build();
    }
}
