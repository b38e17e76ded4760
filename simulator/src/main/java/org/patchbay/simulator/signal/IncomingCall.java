package org.patchbay.simulator.signal;

import java.util.LinkedHashMap;
import java.util.Map;

/// A call for a client.
///
/// @param from the caller, as `<Client>` shows it
/// @param to `client:` and the identity
/// @param customParameters the `<Parameter>`s of the `<Client>`
public record IncomingCall(
        String callSid, ClientAddress client, String from, String to, Map<String, String> customParameters) {

    /// What the app sees as `call.parameters`.
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("CallSid", callSid);
        parameters.put("AccountSid", client.accountSid());
        parameters.put("From", from);
        parameters.put("To", to);
        return parameters;
    }
}
