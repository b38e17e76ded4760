package org.patchbay.simulator.media.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCertificate;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;

/// The key and self-signed certificate of this server, made anew at each start. Nobody has to trust the
/// certificate: its hash travels in the SDP, and that is what the far end checks (RFC 8827 §6.5).
public final class DtlsIdentity {
    private final KeyPair keys;
    private final byte[] certificate;
    private final JcaTlsCrypto crypto;
    private final Fingerprint fingerprint;

    private DtlsIdentity(KeyPair keys, byte[] certificate, JcaTlsCrypto crypto) {
        this.keys = keys;
        this.certificate = certificate;
        this.crypto = crypto;
        this.fingerprint = Fingerprint.sha256(certificate);
    }

    /// A fresh P-256 key and a certificate valid from yesterday (clocks differ) for a year.
    public static DtlsIdentity create(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair keys = generator.generateKeyPair();
            return new DtlsIdentity(keys, selfSigned(keys, random), new JcaTlsCryptoProvider().create(random));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("cannot make a certificate for DTLS", e);
        }
    }

    private static byte[] selfSigned(KeyPair keys, SecureRandom random) throws OperatorCreationException, IOException {
        X500Name name = new X500Name("CN=patchbay-simulator");
        Instant now = Instant.now();
        X509CertificateHolder holder = new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(64, random),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(365))),
                        name,
                        keys.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
        return holder.getEncoded();
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    public JcaTlsCrypto crypto() {
        return crypto;
    }

    /// This identity as BouncyCastle presents it in the handshake of `context`.
    public TlsCredentialedSigner signer(TlsContext context) throws IOException {
        Certificate chain = new Certificate(new TlsCertificate[] {new JcaTlsCertificate(crypto, certificate)});
        return new JcaDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                keys.getPrivate(),
                chain,
                SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
    }
}
