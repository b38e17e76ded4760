package org.patchbay.webhooks;

import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.patchbay.webhooks.ProbeResult.Cause;
import org.patchbay.webhooks.ProbeResult.Looks;
import org.patchbay.webhooks.ProbeResult.NotReached;
import org.patchbay.webhooks.ProbeResult.Reached;
import org.patchbay.webhooks.ProbeResult.Refused;

/// What an answer to the [Probe], or none, means, in words.
final class ProbeResults {

    private ProbeResults() {}

    /// @param word that the answer must repeat
    static ProbeResult of(HttpResponse<?> response, String word, Duration took) {
        int status = response.statusCode();
        if (status == 204 && header(response, ProbeRoute.ECHO).equals(word)) {
            return new Reached(took);
        }
        String refusal = header(response, WebhookFilter.REFUSED);
        if (!refusal.isEmpty()) {
            return new Refused(status, Looks.OUR_REFUSAL, ourRefusal(refusal));
        }
        if (status >= 300 && status < 400) {
            return new Refused(
                    status,
                    Looks.REDIRECT,
                    "The address answers with a redirect (" + status + "). Set the address that it leads to: Twilio's"
                            + " signature does not survive the detour.");
        }
        if (header(response, "Content-Type").startsWith("text/html")) {
            return new Refused(
                    status,
                    Looks.PAGE,
                    "A page for people answers (" + status + "), such as a sign-in or a tunnel's warning. Let"
                            + " /api/twilio/ through without it.");
        }
        return new Refused(
                status,
                Looks.SOMEBODY_ELSE,
                "Something answers with " + status + ", but it is not this server. Check where the proxy sends"
                        + " /api/twilio/, and that it leaves the path as it is.");
    }

    static ProbeResult of(Exception failed, URI base) {
        String host = base.getHost();
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnresolvedAddressException unknown -> {
                    return dns(host);
                }
                case UnknownHostException unknown -> {
                    return dns(host);
                }
                case HttpTimeoutException silence -> {
                    return timeOut(host);
                }
                case TimeoutException silence -> {
                    return timeOut(host);
                }
                case SSLException untrusted -> {
                    return new NotReached(
                            Cause.TLS,
                            "The certificate of " + host + " is not accepted. Twilio takes none that is expired,"
                                    + " self-signed or for another name.");
                }
                default -> {}
            }
        }
        return new NotReached(
                Cause.CONNECT,
                "Nobody answers at " + base + ". Check that the proxy or tunnel runs and that the port is open.");
    }

    static ProbeResult onlyHere(URI base) {
        return new NotReached(
                Cause.ADDRESS, base + " can not be reached from outside. Set PATCHBAY_PUBLIC_URL to one that can.");
    }

    private static NotReached dns(String host) {
        return new NotReached(Cause.DNS, "The name " + host + " is not known. Check its DNS entry.");
    }

    private static NotReached timeOut(String host) {
        return new NotReached(Cause.TIME_OUT, host + " did not answer in time. A firewall may swallow the request.");
    }

    private static String ourRefusal(String refusal) {
        return switch (refusal) {
            case "no-signature" -> "The request arrived without its signature: a proxy takes X-Twilio-Signature off.";
            case "wrong-url" ->
                "The request arrived, but for another address than the server is configured with. Set"
                        + " PATCHBAY_PUBLIC_URL to exactly this address.";
            case "unknown-account" ->
                "A Patchbay answers, but it does not know this account: another server has the address.";
            case "wrong-token" ->
                "The request arrived, but its signature does not hold: something on the way changes the path or the"
                        + " parameters, or another Patchbay has the address.";
            default -> "The request arrived broken: something on the way changes it.";
        };
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
