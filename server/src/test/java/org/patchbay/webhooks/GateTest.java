package org.patchbay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.webhooks.Signing.ACCOUNT;
import static org.patchbay.webhooks.Signing.BASE;
import static org.patchbay.webhooks.Signing.FORM;
import static org.patchbay.webhooks.Signing.NOW;
import static org.patchbay.webhooks.Signing.TOKEN;
import static org.patchbay.webhooks.Signing.comingTo;
import static org.patchbay.webhooks.Signing.config;
import static org.patchbay.webhooks.Signing.encoded;
import static org.patchbay.webhooks.Signing.form;
import static org.patchbay.webhooks.Signing.path;
import static org.patchbay.webhooks.Signing.signed;
import static org.patchbay.webhooks.Signing.with;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.kernel.Ids;
import org.patchbay.webhooks.Verdict.Accepted;
import org.patchbay.webhooks.Verdict.Refused;

class GateTest {

    private static final String OTHER_ACCOUNT = "AC000000000000000000000000000000b2";

    private final UUID ours = Ids.next();
    private final UUID theirs = Ids.next();
    private final KnownAccounts accounts = new KnownAccounts();
    private final Gate gate =
            new Gate(accounts, where -> Optional.of(URI.create(BASE)), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void twoWorkspaces() {
        accounts.put(ours, config(ACCOUNT, TOKEN));
        accounts.put(theirs, config(OTHER_ACCOUNT, "their-token"));
    }

    @Test
    void aSignedFormIsAcceptedWithEveryParameter() {
        Map<String, List<String>> form = form("From", "+15551", "FromState", "", "Body", "héllo 👋 & a=b+c");
        form.put("StatusCallbackEvent", List.of("ringing", "answered", "ringing"));

        Delivery delivery = accepted(post("voice?call=7&empty=", form));

        assertThat(delivery.kind()).isEqualTo(WebhookKind.VOICE);
        assertThat(delivery.workspaceId()).isEqualTo(ours);
        assertThat(delivery.accountSid()).isEqualTo(ACCOUNT);
        assertThat(delivery.params().values()).isEqualTo(form);
        assertThat(delivery.query().get("call")).contains("7");
    }

    @Test
    void aGetIsSignedByItsAddress() {
        String query = "AccountSid=" + ACCOUNT + "&From=%2B15551&FromState=&A=1&A=2";
        Incoming get = signed(false, path(ours, "voice") + "?" + query, "", Map.of(), new byte[0], BASE, TOKEN);

        assertThat(accepted(get).params().get("From")).contains("+15551");
    }

    @Test
    void jsonIsSignedByItsHash() throws Exception {
        byte[] body = "{\"hello\":\"wörld\"}".getBytes(StandardCharsets.UTF_8);
        String hash = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(body));
        String address = path(ours, "voice/status") + "?bodySHA256=" + hash;

        assertThat(check(signed(true, address, "application/json", Map.of(), body, BASE, TOKEN)))
                .isInstanceOf(Accepted.class);
        byte[] other = "{\"hello\":\"world\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(signed(true, address, "application/json", Map.of(), other, BASE, TOKEN)))
                .isEqualTo(Refusal.WRONG_TOKEN);
    }

    @Test
    void whatIsNotSignedIsRefused() {
        Incoming signed = post("voice", form());
        Incoming unsigned = new Incoming(
                true,
                signed.rawPath(),
                signed.rawQuery(),
                signed.contentType(),
                signed.body(),
                Optional.empty(),
                List.of());

        assertThat(refusal(unsigned)).isEqualTo(Refusal.NO_SIGNATURE);
    }

    @Test
    void aForgedSignatureIsRefused() {
        assertThat(refusal(with("Zm9yZ2VkZm9yZ2VkZm9yZ2VkMTI=", post("voice", form()))))
                .isEqualTo(Refusal.WRONG_TOKEN);
        assertThat(refusal(with("ü", post("voice", form())))).isEqualTo(Refusal.WRONG_TOKEN);
    }

    @Test
    void aParameterThatWasChangedAddedOrTakenAwayIsNoticed() {
        Incoming signed = post("voice", form("From", "+15551", "FromState", ""));
        for (Map<String, List<String>> changed : List.of(
                form("From", "+15552", "FromState", ""),
                form("From", "+15551", "FromState", "", "More", "x"),
                form("FromState", ""),
                form("From", "+15551", "FromState", "CA"))) {
            assertThat(refusal(with(
                            signed.signature().orElseThrow(),
                            signed(true, signed.rawPath(), FORM, changed, encoded(changed), BASE, TOKEN))))
                    .isEqualTo(Refusal.WRONG_TOKEN);
        }
    }

    @Test
    void anotherTokenIsRefused() {
        assertThat(refusal(signed(true, path(ours, "voice"), FORM, form(), encoded(form()), BASE, "another")))
                .isEqualTo(Refusal.WRONG_TOKEN);
    }

    @Test
    void theSecondaryTokenHoldsUntilItsTimeIsOver() {
        Incoming delivery = signed(true, path(ours, "voice"), FORM, form(), encoded(form()), BASE, "the-token-before");

        accounts.put(ours, config(ACCOUNT, TOKEN, Optional.of("the-token-before"), Optional.of(NOW.plusSeconds(1))));
        assertThat(check(delivery)).isInstanceOf(Accepted.class);
        accounts.put(ours, config(ACCOUNT, TOKEN, Optional.of("the-token-before"), Optional.of(NOW)));
        assertThat(refusal(delivery)).isEqualTo(Refusal.WRONG_TOKEN);
    }

    @Test
    void theAddressThatTheAccountWasConfiguredWithStillHolds() {
        assertThat(check(signed(
                        true, path(ours, "voice"), FORM, form(), encoded(form()), "https://old.example.com", TOKEN)))
                .isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, BASE + ":443", "https://old.example.com:443"})
    void withAndWithoutThePort(String base) {
        assertThat(check(signed(true, path(ours, "voice"), FORM, form(), encoded(form()), base, TOKEN)))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void anotherAddressIsNamedButNeverAccepted() {
        String base = "https://wrong.example.com";
        Incoming delivery =
                signed(true, path(ours, "voice") + "?From=%2B15551", FORM, form(), encoded(form()), base, TOKEN);

        Refused refused = (Refused) check(comingTo(delivery, "not a host", "wrong.example.com"));

        assertThat(refused.refusal()).isEqualTo(Refusal.WRONG_URL);
        assertThat(refused.signedFor()).contains(base + path(ours, "voice"));
        assertThat(refusal(delivery)).isEqualTo(Refusal.WRONG_TOKEN);
    }

    @Test
    void headersThatNameOurAddressDoNotHelpAForger() {
        assertThat(refusal(comingTo(
                        signed(true, path(ours, "voice"), FORM, form(), encoded(form()), BASE, "another"), BASE)))
                .isEqualTo(Refusal.WRONG_TOKEN);
    }

    @Test
    void theAccountMustBeTheWorkspaces() {
        Map<String, List<String>> form = form("AccountSid", OTHER_ACCOUNT);
        assertThat(refusal(signed(true, path(ours, "voice"), FORM, form, encoded(form), BASE, "their-token")))
                .isEqualTo(Refusal.UNKNOWN_ACCOUNT);
    }

    @Test
    void anotherWorkspacesTokenDoesNotOpenOurs() {
        assertThat(refusal(signed(true, path(ours, "voice"), FORM, form(), encoded(form()), BASE, "their-token")))
                .isEqualTo(Refusal.WRONG_TOKEN);
    }

    @Test
    void twoAccountsInOneDeliveryAreNone() {
        Map<String, List<String>> form = form();
        form.put("AccountSid", List.of(ACCOUNT, OTHER_ACCOUNT));
        assertThat(refusal(signed(true, path(ours, "voice"), FORM, form, encoded(form), BASE, TOKEN)))
                .isEqualTo(Refusal.UNKNOWN_ACCOUNT);
        assertThat(refusal(post("voice?AccountSid=" + OTHER_ACCOUNT, form()))).isEqualTo(Refusal.UNKNOWN_ACCOUNT);
    }

    @Test
    void aFormWithoutAnAccountIsNobodys() {
        Map<String, List<String>> form = new HashMap<>(Map.of("From", List.of("+15551")));
        assertThat(refusal(signed(true, path(ours, "voice"), FORM, form, encoded(form), BASE, TOKEN)))
                .isEqualTo(Refusal.UNKNOWN_ACCOUNT);
    }

    @Test
    void aWorkspaceThatDoesNotExistOrHasNoAccountIsCountedForNobody() {
        Refused refused =
                (Refused) check(signed(true, path(Ids.next(), "voice"), FORM, form(), encoded(form()), BASE, TOKEN));

        assertThat(refused.refusal()).isEqualTo(Refusal.UNKNOWN_ACCOUNT);
        assertThat(refused.workspaceId()).isEmpty();
    }

    @Test
    void aDeliveryWithoutAWorkspaceIsFoundByWhatItSays() {
        accounts.found = Optional.of(ours);
        Map<String, List<String>> form = form("To", "+15550", "From", "+15551", "ApplicationSid", "AP1");
        Incoming delivery = signed(true, "/api/voice/inbound", FORM, form, encoded(form), BASE, TOKEN);

        assertThat(accepted(delivery).workspaceId()).isEqualTo(ours);
        assertThat(accounts.asked).isEqualTo(ACCOUNT + " AP1 [+15550, +15551]");
    }

    @Test
    void aDeliveryOfNobodysIsRefused() {
        assertThat(refusal(signed(true, "/api/voice/inbound", FORM, form(), encoded(form()), BASE, TOKEN)))
                .isEqualTo(Refusal.UNKNOWN_ACCOUNT);
    }

    @Test
    void whatWasChangedOnAnotherNodeAMomentAgoHolds() {
        accounts.put(ours, config(ACCOUNT, "the-token-before"));
        accounts.changedElsewhere(ours, config(ACCOUNT, TOKEN));
        assertThat(check(post("voice", form()))).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "a=%ff"})
    void whatIsNoFormIsUnreadable(String body) {
        Incoming broken = new Incoming(
                true,
                path(ours, "voice"),
                Optional.empty(),
                FORM,
                body.getBytes(StandardCharsets.UTF_8),
                Optional.of("any"),
                List.of());
        assertThat(refusal(broken)).isEqualTo(Refusal.UNREADABLE);
        assertThat(((Refused) check(broken)).workspaceId()).contains(ours);
    }

    @Test
    void anotherContentTypeIsUnreadable() {
        assertThat(refusal(signed(true, path(ours, "voice"), "text/plain", form(), encoded(form()), BASE, TOKEN)))
                .isEqualTo(Refusal.UNREADABLE);
    }

    private Verdict check(Incoming incoming) {
        return gate.check(incoming, WebhookPath.of(incoming.rawPath()).orElseThrow());
    }

    private Delivery accepted(Incoming incoming) {
        Verdict verdict = check(incoming);
        assertThat(verdict).isInstanceOf(Accepted.class);
        return ((Accepted) verdict).delivery();
    }

    private Refusal refusal(Incoming incoming) {
        Verdict verdict = check(incoming);
        assertThat(verdict).isInstanceOf(Refused.class);
        return ((Refused) verdict).refusal();
    }

    private Incoming post(String rest, Map<String, List<String>> form) {
        return signed(true, path(ours, rest), FORM, form, encoded(form), BASE, TOKEN);
    }
}
