package org.patchbay.calls.machine;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A call with its legs.
///
/// @param legs in the order in which we heard of them; of those of one moment by id
public record CallState(Call call, List<Leg> legs) {

    /// The same before it is written down and after it is read.
    private static final Comparator<Leg> ORDER =
            Comparator.<Leg, Instant>comparing(leg -> leg.times().created()).thenComparing(Leg::id);

    public CallState {
        legs = legs.stream().sorted(ORDER).toList();
    }

    public Optional<Leg> leg(UUID id) {
        return legs.stream().filter(leg -> leg.id().equals(id)).findFirst();
    }

    public Optional<Leg> legOf(String sid) {
        return legs.stream().filter(leg -> sid.equals(leg.sid())).findFirst();
    }

    public Optional<Leg> customer() {
        return of(LegKind.CUSTOMER).findFirst();
    }

    Stream<Leg> of(LegKind kind) {
        return legs.stream().filter(leg -> leg.kind() == kind);
    }
}
