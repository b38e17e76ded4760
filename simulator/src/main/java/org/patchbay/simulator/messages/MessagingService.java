package org.patchbay.simulator.messages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.patchbay.simulator.numbers.Hook;
import org.patchbay.simulator.rest.Resource;

/// A pool of senders with common settings
/// (<https://www.twilio.com/docs/messaging/api/service-resource>).
///
/// @param inbound where inbound texts of its numbers go, unless `useNumbersWebhook`
/// @param statusCallback URL for messages that name none of their own; empty for none
/// @param numberSids the pool, in the order in which it was filled
public record MessagingService(
        String sid,
        String accountSid,
        String friendlyName,
        Hook inbound,
        Hook fallback,
        String statusCallback,
        boolean useNumbersWebhook,
        boolean smartEncoding,
        boolean stickySender,
        List<String> numberSids,
        Instant created,
        Instant updated)
        implements Resource {

    public MessagingService {
        numberSids = List.copyOf(numberSids);
    }

    public MessagingService withNumber(String numberSid, Instant now) {
        var more = new ArrayList<>(numberSids);
        more.add(numberSid);
        return with(more, now);
    }

    public MessagingService withoutNumber(String numberSid, Instant now) {
        return with(numberSids.stream().filter(sid -> !sid.equals(numberSid)).toList(), now);
    }

    private MessagingService with(List<String> pool, Instant now) {
        return new MessagingService(
                sid,
                accountSid,
                friendlyName,
                inbound,
                fallback,
                statusCallback,
                useNumbersWebhook,
                smartEncoding,
                stickySender,
                pool,
                created,
                now);
    }
}
