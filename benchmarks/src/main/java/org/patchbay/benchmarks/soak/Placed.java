package org.patchbay.benchmarks.soak;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.phones.PhoneCall;

/// A call of the traffic, as those who made it know it.
final class Placed {

    private final Kind kind;
    private final Team team;
    private final Map<Seat, PhoneCall> agents = new ConcurrentHashMap<>();
    private final java.util.Set<Integer> claims = ConcurrentHashMap.newKeySet();
    private volatile @Nullable PhoneCall customer;
    private volatile @Nullable UUID callId;

    Placed(Kind kind, Team team) {
        this.kind = kind;
        this.team = team;
    }

    Kind kind() {
        return kind;
    }

    Team team() {
        return team;
    }

    /// One agent reaches for each round of the ringing.
    boolean claim(int round) {
        return claims.add(round);
    }

    void unclaim(int round) {
        claims.remove(round);
    }

    int claims() {
        return claims.size();
    }

    void customer(PhoneCall call) {
        customer = call;
    }

    Optional<PhoneCall> customer() {
        return Optional.ofNullable(customer);
    }

    void callId(UUID id) {
        callId = id;
    }

    Optional<UUID> callId() {
        return Optional.ofNullable(callId);
    }

    void joins(Seat seat, PhoneCall call) {
        agents.put(seat, call);
    }

    /// The browsers that called for it.
    Map<Seat, PhoneCall> agents() {
        return agents;
    }

    @Override
    public String toString() {
        return kind + " " + callId().map(UUID::toString).orElse("") + " "
                + customer().flatMap(PhoneCall::sid).orElse("");
    }
}
