package org.patchbay.simulator.driving;

import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.messages.GeoPermissions;

/// To which countries an account may text, over HTTP: `DELETE accounts/{sid}/sms-countries/DE` closes
/// Germany (error 21408), `PUT` opens it again.
public final class GeoControl {

    private final GeoPermissions geo;

    public GeoControl(GeoPermissions geo) {
        this.geo = geo;
    }

    public void register(ControlRoutes routes) {
        routes.put("accounts/{AccountSid}/sms-countries/{Country}", (request, body) -> set(request, true));
        routes.delete("accounts/{AccountSid}/sms-countries/{Country}", (request, body) -> set(request, false));
    }

    private Answer set(Request request, boolean permitted) {
        String country = request.variable("Country");
        if (!country.matches("[A-Z]{2}")) {
            throw new ControlError(400, "the country must be two capital letters of ISO 3166");
        }
        geo.set(request.variable("AccountSid"), country, permitted);
        return Answer.empty(204);
    }
}
