package org.patchbay.benchmarks.calls;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What Twilio says of calls, in full.
///
/// Source: [Request parameters](https://www.twilio.com/docs/voice/twiml#request-parameters),
/// [Call status callback](https://www.twilio.com/docs/voice/api/call-resource#statuscallback).
final class Deliveries {

    static final String CUSTOMER = "+14155550123";

    private static final String CHANGES = "";

    private Deliveries() {}

    /// A customer calls. What changes: the `CallSid`.
    static Webhook incoming(int port, Account account) {
        Map<String, String> form = base(account, CUSTOMER, account.number());
        form.put("CallSid", CHANGES);
        form.put("CallStatus", "ringing");
        form.put("Direction", "inbound");
        form.put("StirVerstat", "TN-Validation-Passed-A");
        form.put(
                "CallToken",
                "%7B%22parentCallInfoToken%22%3A%22eyJhbGciOiJFUzI1NiJ9.eyJmcm9tIjoiKzE0MTU1NTUwMTIzIn0%22%7D");
        return new Webhook(port, "/api/twilio/" + account.workspaceId() + "/voice", account.token(), form);
    }

    /// A customer who has called hangs up. What changes: the `CallSid`.
    static Webhook abandoned(int port, Account account) {
        Map<String, String> form = base(account, CUSTOMER, account.number());
        form.put("CallSid", CHANGES);
        form.put("CallStatus", "completed");
        form.put("CallDuration", "2");
        form.put("Direction", "inbound");
        String path = "/api/twilio/" + account.workspaceId() + "/voice/status";
        return new Webhook(port, path, account.token(), form);
    }

    /// The phone that a call has gone on to is on the line. What changes: `SequenceNumber`, `Timestamp`.
    static Webhook status(int port, Account account, UUID callId, UUID legId, String parentSid) {
        Map<String, String> form = base(account, CUSTOMER, "+15005550199");
        form.put("CallSid", sid());
        form.put("ParentCallSid", parentSid);
        form.put("CallStatus", "in-progress");
        form.put("Direction", "outbound-dial");
        form.put("CallbackSource", "call-progress-events");
        form.put("SequenceNumber", CHANGES);
        form.put("Timestamp", CHANGES);
        String path = "/api/twilio/" + account.workspaceId() + "/voice/status?call=" + callId + "&leg=" + legId;
        return new Webhook(port, path, account.token(), form);
    }

    static String sid() {
        return "CA" + UUID.randomUUID().toString().replace("-", "");
    }

    private static Map<String, String> base(Account account, String from, String to) {
        Map<String, String> form = new HashMap<>(Map.of(
                "AccountSid",
                account.sid(),
                "ApiVersion",
                "2010-04-01",
                "From",
                from,
                "To",
                to,
                "Caller",
                from,
                "Called",
                to));
        for (String end : new String[] {"From", "Caller"}) {
            form.putAll(Map.of(
                    end + "City", "SAN FRANCISCO", end + "State", "CA", end + "Zip", "94105", end + "Country", "US"));
        }
        for (String end : new String[] {"To", "Called"}) {
            form.putAll(
                    Map.of(end + "City", "NEW YORK", end + "State", "NY", end + "Zip", "10001", end + "Country", "US"));
        }
        return form;
    }
}
