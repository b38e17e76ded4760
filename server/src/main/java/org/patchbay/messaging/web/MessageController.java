package org.patchbay.messaging.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.Asked;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.messaging.Message;
import org.patchbay.messaging.Messages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MessageController {

    private static final int MOST_CUSTOMERS = 20;

    private final Messages messages;

    MessageController(Messages messages) {
        this.messages = messages;
    }

    @GetMapping("/api/messages")
    @Requires(Permission.MESSAGES_READ)
    Page<Message> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "must be 1 to 200")
                    @Max(value = 200, message = "must be 1 to 200")
                    int limit,
            @RequestParam(required = false) @Nullable UUID numberId,
            @RequestParam(name = "customer", defaultValue = "")
                    @Size(max = MOST_CUSTOMERS, message = "must be at most " + MOST_CUSTOMERS)
                    List<@Size(max = 40, message = "is too long") String> customers) {
        return messages.page(
                cursor, limit, numberId, customers.stream().map(Asked::of).toList());
    }
}
