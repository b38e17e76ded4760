package org.patchbay.simulator.messages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.rest.Store;

/// All messaging services, and which sender they choose.
public final class MessagingServices {

    private final Store<MessagingService> store = new Store<>();
    private final NumberStore numbers;
    private final Map<String, String> stuck = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    public MessagingServices(NumberStore numbers) {
        this.numbers = numbers;
    }

    public Store<MessagingService> store() {
        return store;
    }

    /// The service that a number belongs to; at most one.
    public Optional<MessagingService> ofNumber(IncomingPhoneNumber number) {
        return store.newestFirst(number.accountSid())
                .filter(service -> service.numberSids().contains(number.sid()))
                .findFirst();
    }

    /// Numbers of the pool that were not released since.
    public List<IncomingPhoneNumber> pool(MessagingService service) {
        return service.numberSids().stream()
                .flatMap(sid -> numbers.numbers().find(service.accountSid(), sid).stream())
                .toList();
    }

    /// The sender for a text: with sticky sender the one that this person knows already, else the
    /// pool's numbers take turns.
    ///
    /// @return empty when the pool is
    Optional<String> sender(MessagingService service, String to) {
        var pool = pool(service).stream().map(IncomingPhoneNumber::phoneNumber).toList();
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        String key = service.sid() + " " + to;
        String known = stuck.get(key);
        if (service.stickySender() && known != null && pool.contains(known)) {
            return Optional.of(known);
        }
        String next = pool.get(Math.floorMod(turn.getAndIncrement(), pool.size()));
        stuck.put(key, next);
        return Optional.of(next);
    }
}
