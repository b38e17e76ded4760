package org.patchbay.benchmarks.soak;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.patchbay.benchmarks.calls.Agent;

/// An agent's place: what is done there, one call after the other.
record Seat(Team team, Agent agent, Api api, AtomicBoolean taken) {

    Seat(Team team, Agent agent, Api api) {
        this(team, agent, api, new AtomicBoolean());
    }

    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void free() {
        taken.set(false);
    }

    UUID memberId() {
        return agent.memberId();
    }

    /// As `client:` addresses have it.
    String identity() {
        return "w" + team.workspaceId().toString().replace("-", "") + "_m"
                + agent.memberId().toString().replace("-", "");
    }
}
