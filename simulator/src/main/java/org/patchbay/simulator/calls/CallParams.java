package org.patchbay.simulator.calls;

import java.util.ArrayList;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.http.Params.Param;

/// The parameters that every request about a call carries
/// (<https://www.twilio.com/docs/voice/twiml#request-parameters>). What is unknown about places is
/// sent as an empty string, as real requests do.
public final class CallParams {

    private CallParams() {}

    public static Params of(Call call) {
        return of(call, call.status().wire());
    }

    /// @param status the status to tell, e.g. `initiated`, which the REST API never shows
    public static Params of(Call call, String status) {
        var identity = call.identity();
        var list = new ArrayList<Param>(28);
        list.add(new Param("CallSid", identity.sid()));
        list.add(new Param("AccountSid", identity.accountSid()));
        list.add(new Param("From", identity.from()));
        list.add(new Param("To", identity.to()));
        list.add(new Param("Caller", identity.from()));
        list.add(new Param("Called", identity.to()));
        list.add(new Param("CallStatus", status));
        list.add(new Param("ApiVersion", "2010-04-01"));
        list.add(new Param("Direction", identity.direction().wire()));
        place(list, "From", identity.from());
        place(list, "Caller", identity.from());
        place(list, "To", identity.to());
        place(list, "Called", identity.to());
        if (identity.parentSid() != null) {
            list.add(new Param("ParentCallSid", identity.parentSid()));
        }
        if (identity.applicationSid() != null) {
            list.add(new Param("ApplicationSid", identity.applicationSid()));
        }
        if (identity.direction() == Direction.INBOUND && identity.from().startsWith("+")) {
            list.add(new Param("StirVerstat", "TN-Validation-Passed-A"));
        }
        list.addAll(identity.extra().all());
        return new Params(list);
    }

    private static void place(ArrayList<Param> list, String who, String address) {
        if (!address.startsWith("+")) {
            return;
        }
        list.add(new Param(who + "City", ""));
        list.add(new Param(who + "State", ""));
        list.add(new Param(who + "Zip", ""));
        list.add(new Param(who + "Country", Countries.of(address)));
    }
}
