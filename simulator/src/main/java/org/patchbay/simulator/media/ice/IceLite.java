package org.patchbay.simulator.media.ice;

import java.net.InetSocketAddress;
import java.util.Optional;

/// The lite half of ICE for one leg (RFC 8445 §2.7): it only answers checks. Knowing the password that
/// our SDP gave out is the proof that a check comes from the far end.
///
/// After an ICE restart the old credentials stay good until the first check with the new ones, so that
/// audio does not stop in between (RFC 8445 §2.4).
public final class IceLite {
    private IceCredentials current;
    private Optional<IceCredentials> previous = Optional.empty();

    public IceLite(IceCredentials credentials) {
        this.current = credentials;
    }

    /// What came of an authentic check.
    ///
    /// @param reply what to send back to where the check came from
    /// @param nominated whether the far end wants media on this very path
    /// @param retired the credentials that have become useless, when this check ended a restart
    @SuppressWarnings("ArrayRecordComponent") // raw bytes and samples, by design not copied
    public record Check(byte[] reply, boolean nominated, Optional<IceCredentials> retired) {}

    /// The part of USERNAME that names one of our legs; empty when the packet has none.
    public static Optional<String> localUfrag(StunMessage message) {
        return message.username().map(name -> name.split(":", 2)[0]).filter(name -> !name.isEmpty());
    }

    /// Answers a check; empty when it is not a request, or not authentic. No error is sent back: to a
    /// stranger this port is silent.
    public synchronized Optional<Check> answer(StunMessage message, InetSocketAddress from) {
        if (!message.isBindingRequest()) {
            return Optional.empty();
        }
        String ufrag = localUfrag(message).orElse("");
        return credentials(ufrag)
                .filter(known -> message.authenticates(known.password()))
                .map(known -> accept(message, from, known));
    }

    /// Replaces the credentials, as an ICE restart asks.
    ///
    /// @return those that nobody can be using any more: the ones that an earlier restart replaced
    public synchronized Optional<IceCredentials> restart(IceCredentials fresh) {
        Optional<IceCredentials> retired = previous;
        previous = Optional.of(current);
        current = fresh;
        return retired;
    }

    public synchronized IceCredentials current() {
        return current;
    }

    /// The credentials that a restart replaced and that are still accepted.
    public synchronized Optional<IceCredentials> previous() {
        return previous;
    }

    private Optional<IceCredentials> credentials(String ufrag) {
        if (current.ufrag().equals(ufrag)) {
            return Optional.of(current);
        }
        return previous.filter(old -> old.ufrag().equals(ufrag));
    }

    private Check accept(StunMessage request, InetSocketAddress from, IceCredentials known) {
        Optional<IceCredentials> retired = Optional.empty();
        if (known.equals(current)) {
            retired = previous;
            previous = Optional.empty();
        }
        byte[] reply = StunWriter.bindingSuccess(request.transactionId())
                .xorMappedAddress(from)
                .sign(known.password())
                .fingerprint()
                .toBytes();
        return new Check(reply, request.has(StunAttribute.USE_CANDIDATE), retired);
    }
}
