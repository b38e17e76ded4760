package org.patchbay.simulator.accounts.web;

import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.TwilioDates;
import tools.jackson.databind.node.ObjectNode;

/// An account as JSON.
final class AccountJson {

    private AccountJson() {}

    static ObjectNode of(Account account) {
        var json = Json.object()
                .put("auth_token", account.authToken())
                .put("date_created", TwilioDates.rfc2822(account.created()))
                .put("date_updated", TwilioDates.rfc2822(account.updated()))
                .put("friendly_name", account.friendlyName())
                .put("owner_account_sid", account.ownerSid())
                .put("sid", account.sid())
                .put("status", account.status().name())
                .put("type", "Full")
                .put("uri", RestRequest.base(account.sid()) + ".json");
        json.set("subresource_uris", links(account.sid()));
        return json;
    }

    private static ObjectNode links(String sid) {
        String base = RestRequest.base(sid);
        return Json.object()
                .put("addresses", base + "/Addresses.json")
                .put("applications", base + "/Applications.json")
                .put("authorized_connect_apps", base + "/AuthorizedConnectApps.json")
                .put("available_phone_numbers", base + "/AvailablePhoneNumbers.json")
                .put("balance", base + "/Balance.json")
                .put("calls", base + "/Calls.json")
                .put("conferences", base + "/Conferences.json")
                .put("connect_apps", base + "/ConnectApps.json")
                .put("incoming_phone_numbers", base + "/IncomingPhoneNumbers.json")
                .put("keys", base + "/Keys.json")
                .put("messages", base + "/Messages.json")
                .put("notifications", base + "/Notifications.json")
                .put("outgoing_caller_ids", base + "/OutgoingCallerIds.json")
                .put("queues", base + "/Queues.json")
                .put("recordings", base + "/Recordings.json")
                .put("short_codes", base + "/SMS/ShortCodes.json")
                .put("signing_keys", base + "/SigningKeys.json")
                .put("sip", base + "/SIP.json")
                .put("transcriptions", base + "/Transcriptions.json")
                .put("usage", base + "/Usage.json");
    }
}
