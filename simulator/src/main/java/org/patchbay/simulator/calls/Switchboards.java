package org.patchbay.simulator.calls;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.patchbay.simulator.time.InFlight;
import org.patchbay.simulator.time.Mailbox;

/// The switchboards of all accounts, made when first needed.
public final class Switchboards implements AutoCloseable {

    private final InFlight inFlight;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Switchboard> byAccount = new ConcurrentHashMap<>();

    public Switchboards(InFlight inFlight) {
        this.inFlight = inFlight;
    }

    public Switchboard of(String accountSid) {
        return byAccount.computeIfAbsent(accountSid, sid -> new Switchboard(sid, new Mailbox(executor, inFlight)));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
