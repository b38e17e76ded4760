package org.patchbay.simulator.pages;

import java.util.regex.Pattern;
import org.patchbay.simulator.http.Request;

/// Keeps other web sites out: the pages need no password, so a page of somebody else's that is open
/// in the same browser must not be able to use them. A name that is made to point here (DNS
/// rebinding) is refused like a foreign origin
/// (<https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html>).
final class OwnSite {

    /// `localhost` and addresses; no other name can be trusted to mean this machine.
    private static final Pattern OWN_HOST =
            Pattern.compile("(?:localhost|\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+])(?::\\d{1,5})?");

    private OwnSite() {}

    /// @throws Refusal 403 when the request was made by another site
    static void check(Request request) {
        String host = request.header("host").orElse("");
        if (!OWN_HOST.matcher(host).matches()) {
            throw new Refusal(403, "Open this page by localhost or by an address, not by the name " + host + ".");
        }
        request.header("origin").ifPresent(origin -> {
            if (!origin.equals("http://" + host)) {
                throw new Refusal(403, "Only the simulator's own pages may do this.");
            }
        });
    }
}
