package org.patchbay.calls.voice;

import static org.patchbay.calls.voice.Deliveries.inFull;
import static org.patchbay.calls.voice.Deliveries.whole;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.patchbay.calls.ingest.DedupeKey;
import org.patchbay.calls.ingest.Matter;
import org.patchbay.calls.ingest.Matter.Where;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.ingest.Told;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.LegStatus;
import org.patchbay.webhooks.Delivery;
import org.patchbay.webhooks.Parameters;

/// What became of a leg.
///
/// Source: [Call status callback](https://www.twilio.com/docs/voice/api/call-resource#statuscallback).
final class StatusWords {

    private StatusWords() {}

    /// @return empty for what names no call, or a status that Twilio has not documented
    static Optional<Told> read(Delivery delivery, Instant now) {
        Parameters params = delivery.params();
        Optional<String> sid = Deliveries.sid(params, "CallSid", "CA");
        Optional<LegStatus> status = params.get("CallStatus").flatMap(LegStatus::of);
        if (sid.isEmpty() || status.isEmpty()) {
            return Optional.empty();
        }
        CallIds ids = CallIds.in(delivery.query());
        return Optional.of(new Told(
                delivery.workspaceId(),
                matter(ids, sid.get(), status.get(), params),
                DedupeKey.of("status", sid.get(), status.get().code(), params.text("SequenceNumber")),
                Source.WEBHOOK,
                "leg." + status.get().code(),
                Deliveries.at(params, "Timestamp", now),
                inFull(delivery),
                ids.legId(),
                null));
    }

    /// An address without ids is a number's or the app's own. A customer's call whose end overtook its beginning
    /// then begins with it.
    private static Matter matter(CallIds ids, String sid, LegStatus status, Parameters params) {
        int sequence = Objects.requireNonNullElse(whole(params, "SequenceNumber"), -1);
        Integer seconds = whole(params, "CallDuration");
        Integer sip = whole(params, "SipResponseCode");
        UUID callId = ids.callId();
        if (callId == null && isCustomers(params)) {
            return new Matter.CallerReported(
                    sid, params.text("From"), params.text("To"), null, status, sequence, seconds, sip);
        }
        Where where = callId == null ? new Where.Sid(sid) : new Where.Id(callId);
        return new Matter.Happened(where, new LegReported(ids.legId(), sid, status, sequence, seconds, sip));
    }

    /// Browsers are `inbound` to Twilio too.
    private static boolean isCustomers(Parameters params) {
        return params.text("Direction").equals("inbound")
                && !params.text("From").startsWith("client:");
    }
}
