package org.patchbay.simulator.pages;

import java.util.Optional;
import java.util.stream.Stream;
import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.accounts.AccountStore;
import org.patchbay.simulator.calls.Call;
import org.patchbay.simulator.calls.InboundCalls;
import org.patchbay.simulator.inspector.Debugger;
import org.patchbay.simulator.inspector.ExchangeLog;
import org.patchbay.simulator.live.Changes;
import org.patchbay.simulator.media.MediaServer;
import org.patchbay.simulator.messages.Message;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.phones.Handsets;
import org.patchbay.simulator.phones.Phones;
import org.patchbay.simulator.rest.Store;
import org.patchbay.simulator.time.SimulatorClock;

/// What the pages look at and act on.
///
/// @param media empty where calls are silent
public record PagesWorld(
        SimulatorClock clock,
        Changes changes,
        AccountStore accounts,
        NumberStore numbers,
        Phones phones,
        Handsets handsets,
        InboundCalls inbound,
        Store<Call> calls,
        Store<Message> messages,
        ExchangeLog log,
        Debugger debugger,
        Optional<MediaServer> media) {

    private static final int LATEST_PER_ACCOUNT = 500;

    /// The latest calls of every account. Bounded, so that a page that is open during a load test
    /// costs next to nothing.
    Stream<Call> latestCalls() {
        return accounts.all()
                .map(Account::sid)
                .flatMap(sid -> calls.newestFirst(sid).limit(LATEST_PER_ACCOUNT));
    }

    Stream<Message> latestMessages() {
        return accounts.all()
                .map(Account::sid)
                .flatMap(sid -> messages.newestFirst(sid).limit(LATEST_PER_ACCOUNT));
    }
}
