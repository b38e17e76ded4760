package org.patchbay.simulator.conferences;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.recordings.RecordingDesk;
import org.patchbay.simulator.rest.Store;

/// The conferences of all accounts, live and over.
public final class ConferenceHalls {

    private static final int KEPT = 20_000;

    private final Telephony telephony;
    private final RecordingDesk desk;
    private final Store<ConferenceRecord> records =
            new Store<>(KEPT, record -> record.status().equals("completed"));
    private final Map<String, ConferenceHall> byAccount = new ConcurrentHashMap<>();

    public ConferenceHalls(Telephony telephony, RecordingDesk desk) {
        this.telephony = telephony;
        this.desk = desk;
    }

    public Store<ConferenceRecord> records() {
        return records;
    }

    public ConferenceHall of(String accountSid) {
        return byAccount.computeIfAbsent(
                accountSid,
                sid -> new ConferenceHall(telephony, telephony.boards().of(sid), desk, records));
    }
}
