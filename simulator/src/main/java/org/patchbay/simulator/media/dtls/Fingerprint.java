package org.patchbay.simulator.media.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/// The hash of a certificate that an SDP promises (RFC 8122 §5).
///
/// @param algorithm as in SDP, in lower case: `sha-256`, `sha-384` or `sha-512`
/// @param hex pairs of upper-case digits with colons between
public record Fingerprint(String algorithm, String hex) {
    // SHA-1 and MD5 are named by the RFC, but forbidden for WebRTC's purpose: they can be forged.
    private static final Map<String, String> JCA_NAMES =
            Map.of("sha-256", "SHA-256", "sha-384", "SHA-384", "sha-512", "SHA-512");
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    /// Reads the value of an `a=fingerprint:` line.
    ///
    /// @throws IllegalArgumentException when it is malformed or uses a hash that cannot be trusted
    public static Fingerprint parse(String value) {
        String[] parts = value.strip().split("\\s+", 2);
        String algorithm = parts[0].toLowerCase(Locale.ROOT);
        if (parts.length != 2 || !JCA_NAMES.containsKey(algorithm)) {
            throw new IllegalArgumentException("a=fingerprint must be sha-256, sha-384 or sha-512 and a hash");
        }
        String hex = parts[1].toUpperCase(Locale.ROOT);
        COLONS.parseHex(hex);
        return new Fingerprint(algorithm, hex);
    }

    /// The SHA-256 of a certificate.
    ///
    /// @param certificate in DER
    public static Fingerprint sha256(byte[] certificate) {
        return of("sha-256", certificate);
    }

    /// Whether this is the hash of `certificate` (DER).
    public boolean matches(byte[] certificate) {
        return MessageDigest.isEqual(hash(algorithm, certificate), COLONS.parseHex(hex));
    }

    @Override
    public String toString() {
        return algorithm + " " + hex;
    }

    private static Fingerprint of(String algorithm, byte[] certificate) {
        return new Fingerprint(algorithm, COLONS.formatHex(hash(algorithm, certificate)));
    }

    private static byte[] hash(String algorithm, byte[] certificate) {
        try {
            return MessageDigest.getInstance(JCA_NAMES.getOrDefault(algorithm, algorithm))
                    .digest(certificate);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-2", e);
        }
    }
}
