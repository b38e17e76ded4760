package org.patchbay.twilio;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who a browser is to Twilio: `w<32 hex>_m<32 hex>`. Two workspaces may share an account, hence both; the mobile
/// SDKs take no other characters.
public record VoiceIdentity(UUID workspaceId, UUID memberId) {

    private static final Pattern WRITTEN = Pattern.compile("(?:client:)?w([0-9a-f]{32})_m([0-9a-f]{32})");
    private static final Pattern GROUPS = Pattern.compile("(.{8})(.{4})(.{4})(.{4})(.{12})");

    /// @param address `client:` and an identity, or the identity alone
    /// @return empty for anybody else's
    public static Optional<VoiceIdentity> of(String address) {
        Matcher written = WRITTEN.matcher(address);
        return written.matches()
                ? Optional.of(new VoiceIdentity(id(written.group(1)), id(written.group(2))))
                : Optional.empty();
    }

    /// For access tokens.
    public String text() {
        return "w" + plain(workspaceId) + "_m" + plain(memberId);
    }

    /// For Twilio to call, and as Twilio says who calls.
    public String address() {
        return "client:" + text();
    }

    private static String plain(UUID id) {
        return id.toString().replace("-", "");
    }

    private static UUID id(String plain) {
        return UUID.fromString(GROUPS.matcher(plain).replaceAll("$1-$2-$3-$4-$5"));
    }
}
