package org.patchbay.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreTest {

    private record Thing(String sid, String accountSid, boolean over) implements Resource {}

    private final Store<Thing> store = new Store<>(3, Thing::over);

    private void put(String account, String sid, boolean over) {
        store.put(new Thing(sid, account, over));
    }

    @Test
    void theOldestThatIsOverMakesPlace() {
        put("A", "1", false);
        put("A", "2", true);
        put("A", "3", true);
        put("A", "4", true);
        assertThat(store.newestFirst("A")).extracting(Thing::sid).containsExactly("4", "3", "1");
        assertThat(store.find("2")).isEmpty();
    }

    @Test
    void whatGoesOnIsNeverDropped() {
        for (int i = 0; i < 500; i++) {
            put("A", "live" + i, false);
        }
        assertThat(store.size()).isEqualTo(500);
    }

    @Test
    void everyAccountHasItsOwn() {
        for (int i = 0; i < 10; i++) {
            put("A", "a" + i, true);
            put("B", "b" + i, true);
        }
        assertThat(store.newestFirst("A")).hasSize(3);
        assertThat(store.newestFirst("B")).hasSize(3);
        assertThat(store.size()).isEqualTo(6);
    }

    @Test
    void aChangeOfWhatIsThereTakesNoPlace() {
        put("A", "1", true);
        put("A", "2", true);
        put("A", "3", true);
        put("A", "1", false);
        assertThat(store.newestFirst("A")).extracting(Thing::sid).containsExactly("3", "2", "1");
    }
}
