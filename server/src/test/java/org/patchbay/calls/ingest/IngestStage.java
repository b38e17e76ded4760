package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.Reply;
import org.patchbay.kernel.Ids;
import org.patchbay.testing.SettableClock;

/// An office and two nodes that are told things.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IngestStage {

    final SettableClock clock = new SettableClock();
    final Office office = Office.open();
    final Node node = Node.start(office, clock);
    final Node other = Node.start(office, clock);

    @AfterAll
    void close() {
        node.close();
        other.close();
    }

    Call incoming(UUID workspace) {
        return callOf(node.ingest().tellAndWait(Said.caller(workspace, sid())));
    }

    void accept(UUID workspace, UUID call, UUID member) {
        assertThat(node.ingest()
                        .tellAndWait(Said.accept(workspace, call, member))
                        .reply()
                        .orElseThrow())
                .isInstanceOf(Reply.Yours.class);
    }

    static Call callOf(Heard heard) {
        return heard.after().orElseThrow().call();
    }

    static String sid() {
        return "CA" + Ids.next();
    }
}
