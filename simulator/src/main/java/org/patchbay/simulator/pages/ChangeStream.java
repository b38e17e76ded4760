package org.patchbay.simulator.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.http.StreamEndpoint;
import org.patchbay.simulator.live.Changes;
import org.patchbay.simulator.live.Topic;
import org.patchbay.simulator.rest.Json;

/// `GET /simulator/changes`: an event `changed` whose data names the topics that changed. The first event
/// names them all, so that a page that comes back looks at everything again.
final class ChangeStream implements StreamEndpoint {

    /// Shorter than the time after which servers and browsers give up an idle connection.
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    /// What changes within this time is told at once: nobody sees ten changes in a second.
    private static final Duration GATHERED = Duration.ofMillis(100);

    private final Changes changes;

    ChangeStream(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void stream(Request request, Sink sink) throws IOException {
        try {
            OwnSite.check(request);
        } catch (Refusal e) {
            sink.send("event: refused\ndata: " + e.answer().text() + "\n\n");
            return;
        }
        try {
            follow(sink);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Sink sink) throws IOException, InterruptedException {
        long version = changes.version();
        sink.send(event(EnumSet.allOf(Topic.class)));
        while (true) {
            var woken = changes.after(version, HEARTBEAT);
            if (woken.closed()) {
                return;
            }
            if (woken.topics().isEmpty()) {
                sink.send(": still here\n\n");
                continue;
            }
            changes.gather(GATHERED);
            var seen = changes.after(version, Duration.ZERO);
            version = seen.version();
            sink.send(event(seen.topics()));
        }
    }

    private static String event(Set<Topic> topics) {
        var data = Json.object();
        var array = data.putArray("topics");
        topics.forEach(topic -> array.add(topic.wire()));
        return "event: changed\ndata: " + data + "\n\n";
    }
}
