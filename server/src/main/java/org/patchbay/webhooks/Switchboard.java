package org.patchbay.webhooks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.patchbay.database.Tenancy;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/// Hands each delivery to the feature whose business it is.
@Component
class Switchboard {

    private final Map<WebhookKind, WebhookRoute> routes = new EnumMap<>(WebhookKind.class);

    /// @throws IllegalStateException if a kind has no route, or two
    Switchboard(List<WebhookRoute> all) {
        for (WebhookRoute route : all) {
            for (WebhookKind kind : route.kinds()) {
                if (routes.put(kind, route) != null) {
                    throw new IllegalStateException(kind + " has two routes");
                }
            }
        }
        if (routes.size() < WebhookKind.values().length) {
            throw new IllegalStateException("only these have a route: " + routes.keySet());
        }
    }

    Reply answer(Delivery delivery) {
        WebhookRoute route = Objects.requireNonNull(routes.get(delivery.kind()));
        try (var ignored = MDC.putCloseable("workspace", delivery.workspaceId().toString())) {
            return Tenancy.asWorkspace(delivery.workspaceId(), () -> route.answer(delivery));
        }
    }
}
