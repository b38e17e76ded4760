package org.patchbay.simulator.conferences;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.patchbay.simulator.calls.Switchboard;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.recordings.RecordingDesk;
import org.patchbay.simulator.rest.Sids;
import org.patchbay.simulator.rest.Store;

/// The live conferences of one account: at most one of a name. On the account's mailbox.
public final class ConferenceHall {

    private final Telephony telephony;
    private final Switchboard board;
    private final RecordingDesk desk;
    private final Store<ConferenceRecord> records;
    private final Map<String, Conference> byName = new HashMap<>();

    ConferenceHall(Telephony telephony, Switchboard board, RecordingDesk desk, Store<ConferenceRecord> records) {
        this.telephony = telephony;
        this.board = board;
        this.desk = desk;
        this.records = records;
    }

    public Switchboard board() {
        return board;
    }

    RecordingDesk desk() {
        return desk;
    }

    /// A live conference by SID or name.
    public Optional<Conference> find(String sidOrName) {
        return Optional.ofNullable(byName.get(sidOrName))
                .or(() -> byName.values().stream()
                        .filter(conference -> conference.details().sid().equals(sidOrName))
                        .findFirst());
    }

    /// The live conference of the name, made when there is none; a completed one never returns.
    Conference open(String name, ConferenceSettings settings) {
        return byName.computeIfAbsent(name, key -> {
            var now = telephony.clock().now();
            var details = new ConferenceRecord(
                    Sids.mint("CF"), board.accountSid(), name, "init", settings.region(), null, null, now, now);
            return new Conference(telephony, this, details, settings);
        });
    }

    void store(ConferenceRecord details) {
        records.put(details);
    }

    void closed(Conference conference) {
        byName.remove(conference.details().friendlyName(), conference);
    }
}
