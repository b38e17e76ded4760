package org.patchbay.webhooks;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/// Deliveries are measured by [DeliveryCounter], which knows what they are, and not once more among the requests of
/// people: for those, Spring would also work out a name and a dozen tags of each.
@Configuration(proxyBeanMethods = false)
class DeliveryMetrics {

    @Bean
    ObservationPredicate exceptDeliveries() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request && isDelivery(request));
    }

    private static boolean isDelivery(ServerRequestObservationContext context) {
        return context.getCarrier() != null
                && IncomingRequests.path(context.getCarrier()).isPresent();
    }
}
