package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.systemtests.twilio.Eventually;

/// The server is killed at two random points while many calls run and change: once in the middle of a rush,
/// once while everybody hangs up. `-Dpatchbay.seed=…` repeats the order and the points.
class KilledUnderLoadTest {

    /// `-Dpatchbay.calls=500` for as many as there may be.
    private static final int CALLS = Integer.getInteger("patchbay.calls", 150);

    private static final int FORWARDED = CALLS * 2 / 5;
    private static final int IN_ROOMS = CALLS / 5;
    private static final int RINGING = CALLS * 2 / 5;

    private static final int LEAVING = CALLS * 4 / 25;
    private static final int COMING = CALLS * 2 / 25;

    private final long seed = Long.getLong("patchbay.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void nothingAcknowledgedIsLostAndWhoeverIsThereStays() {
        System.out.println("KilledUnderLoadTest -Dpatchbay.seed=" + seed);
        try (Rush rush = Rush.begin()) {
            List<PhoneCall> talking = new ArrayList<>(rush.forwarded(FORWARDED));
            List<PhoneCall> rooms = rush.inRooms(IN_ROOMS);
            talking.addAll(rooms);
            Eventually.is((long) FORWARDED + IN_ROOMS, () -> rush.talking());
            List<PhoneCall> ringing = new ArrayList<>(rush.ringing(RINGING));
            Eventually.is((long) RINGING, () -> rush.waiting());
            assertThat(rush.open()).isEqualTo(FORWARDED + IN_ROOMS + RINGING);

            Collections.shuffle(talking, random);
            List<PhoneCall> leaving = talking.subList(0, LEAVING);
            List<PhoneCall> staying = talking.subList(LEAVING, talking.size());
            Set<PhoneCall> gone = changes(rush, leaving, ringing);

            Duration reconciled = rush.until(() -> rush.areOver(gone));
            System.out.println("reconciled in " + reconciled.toMillis() + " ms, with " + gone.size() + " ended");
            assertThat(staying).noneMatch(PhoneCall::isOver);
            assertThat(rush.statuses(staying)).containsOnly("in-progress");
            ringing.forEach(call -> Eventually.is(true, call::isOver));
            Eventually.is(0L, rush::waiting);
            assertThat(rush.lost()).isEmpty();

            Duration again = everybodyHangsUp(rush, staying);
            System.out.println("reconciled in " + again.toMillis() + " ms at the end");
            Eventually.is(Set.of(), rush::wrong);
            assertThat(rush.acknowledged()).isGreaterThan(3 * (FORWARDED + IN_ROOMS + RINGING));
            assertThat(rush.lost()).isEmpty();
        }
    }

    /// Some go and others come, in a random order; somewhere in it the server is killed. Those who go while it is
    /// dead are those that nobody tells it of.
    ///
    /// @return who has gone
    private Set<PhoneCall> changes(Rush rush, List<PhoneCall> leaving, List<PhoneCall> ringing) {
        List<Optional<PhoneCall>> changes =
                leaving.stream().map(Optional::of).collect(Collectors.toCollection(ArrayList::new));
        changes.addAll(Collections.nCopies(COMING, Optional.empty()));
        Collections.shuffle(changes, random);
        int point = LEAVING / 4 + random.nextInt(LEAVING / 2);
        for (Optional<PhoneCall> change : changes.subList(0, point)) {
            change.ifPresentOrElse(PhoneCall::hangUp, () -> ringing.addAll(rush.ringing(1)));
        }
        rush.server().kill();
        changes.subList(point, changes.size()).forEach(change -> change.ifPresent(PhoneCall::hangUp));
        rush.server().startAgain();
        return new HashSet<>(leaving);
    }

    private Duration everybodyHangsUp(Rush rush, Collection<PhoneCall> staying) {
        List<PhoneCall> order = new ArrayList<>(staying);
        Collections.shuffle(order, random);
        int point = random.nextInt(order.size());
        order.subList(0, point).forEach(PhoneCall::hangUp);
        rush.server().kill();
        order.subList(point, order.size()).forEach(PhoneCall::hangUp);
        rush.server().startAgain();
        return rush.until(() -> rush.open() == 0);
    }
}
