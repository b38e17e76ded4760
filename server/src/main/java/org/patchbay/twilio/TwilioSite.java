package org.patchbay.twilio;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where Twilio's REST API is asked for: at Twilio, or at the simulator beside us.
///
/// @param base of the simulator, without a path; null for Twilio itself
public record TwilioSite(@Nullable URI base) {

    public static final TwilioSite TWILIO = new TwilioSite(null);

    /// The same address there. Twilio's products differ by host, which the simulator does not need: their
    /// paths differ too.
    public URI here(URI address) {
        if (base == null) {
            return address;
        }
        String query = address.getRawQuery();
        return base.resolve(address.getRawPath() + (query == null ? "" : "?" + query));
    }
}
