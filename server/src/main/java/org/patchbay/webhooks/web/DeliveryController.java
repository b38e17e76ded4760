package org.patchbay.webhooks.web;

import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.webhooks.Deliveries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeliveryController {

    private final Deliveries deliveries;

    DeliveryController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping("/api/twilio/deliveries")
    @Requires(Permission.TWILIO_READ)
    Deliveries.Week lastWeek() {
        return deliveries.week();
    }
}
