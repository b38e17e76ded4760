package org.patchbay.provisioning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.patchbay.database.Tenancy;
import org.patchbay.numbers.Connection;
import org.patchbay.numbers.HeldNumber;
import org.patchbay.numbers.NumberHoldings;
import org.patchbay.numbers.NumberSync;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.Aspect;
import org.springframework.stereotype.Component;

/// Looks at every number of an account, notes here how each stands, and says what differs. Changes nothing
/// at Twilio.
@Component
class NumberInspection {

    private final NumberSync sync;
    private final NumberHoldings holdings;

    NumberInspection(NumberSync sync, NumberHoldings holdings) {
        this.sync = sync;
        this.holdings = holdings;
    }

    List<Difference> look(String accountSid, DesiredSetup desired, List<TwilioNumber> numbers) {
        List<HeldNumber> before = holdings.active();
        sync.store(accountSid, numbers);
        Map<String, HeldNumber> known =
                holdings.active().stream().collect(Collectors.toMap(HeldNumber::sid, Function.identity()));
        List<Difference> differences = new ArrayList<>(released(before, numbers));
        for (TwilioNumber number : numbers) {
            Optional.ofNullable(known.get(number.sid()))
                    .ifPresent(row -> differences.addAll(look(desired, number, row)));
        }
        if (!connections(known.values()).equals(connections(holdings.active()))) {
            sync.announce(numbers.size());
        }
        return differences;
    }

    private static Map<UUID, Connection> connections(Collection<HeldNumber> numbers) {
        return numbers.stream().collect(Collectors.toMap(HeldNumber::id, HeldNumber::connection));
    }

    private static List<Difference> released(List<HeldNumber> before, List<TwilioNumber> numbers) {
        Set<String> there = new HashSet<>();
        numbers.forEach(number -> there.add(number.phoneNumber()));
        return before.stream()
                .filter(number -> !there.contains(number.phoneNumber()))
                .map(number -> Difference.ofNumber(number.id(), number.phoneNumber(), Aspect.RELEASED))
                .toList();
    }

    private List<Difference> look(DesiredSetup desired, TwilioNumber number, HeldNumber row) {
        Optional<UUID> elsewhere =
                row.held() ? Optional.empty() : holdings.holder(number.sid()).filter(this::isAnother);
        return switch (Standing.of(desired, number, row, elsewhere, false)) {
            case Standing.Connected() -> {
                if (row.held() && row.connection() != Connection.CONNECTED) {
                    holdings.connected(row.id(), number.wiring());
                }
                yield row.held() ? List.of() : fresh(row);
            }
            case Standing.Drifted(var found) -> {
                holdings.drifted(row.id(), found);
                yield found.stream()
                        .map(difference -> Difference.ofNumber(row.id(), row.phoneNumber(), difference))
                        .toList();
            }
            case Standing.Free() -> fresh(row);
            case Standing.AnotherTool(var heldBy) -> {
                if (row.connection() != Connection.ASKS) {
                    holdings.asks(row.id(), heldBy);
                }
                yield List.of();
            }
            case Standing.AnotherWorkspace(var other) -> {
                if (row.connection() != Connection.ELSEWHERE) {
                    holdings.elsewhere(row.id());
                }
                yield List.of();
            }
            case Standing.LeftAlone() -> List.of();
        };
    }

    /// Bought elsewhere, or free again: it works once it is set up.
    private List<Difference> fresh(HeldNumber row) {
        if (row.connection() != Connection.WAITING && row.connection() != Connection.FAILED) {
            holdings.waiting(row.id());
        }
        return List.of(Difference.ofNumber(row.id(), row.phoneNumber(), Aspect.NEW));
    }

    private boolean isAnother(UUID holder) {
        return !holder.equals(Tenancy.workspaceId());
    }
}
