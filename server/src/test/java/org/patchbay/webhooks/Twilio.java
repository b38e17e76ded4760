package org.patchbay.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Ids;
import org.patchbay.testing.RunningServer;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.twilio.TwilioEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A Twilio account that delivers to a running server, signed as Twilio signs.
public final class Twilio {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final RunningServer server;
    private final String accountSid;
    private final String token;

    private Twilio(RunningServer server, String accountSid, String token) {
        this.server = server;
        this.accountSid = accountSid;
        this.token = token;
    }

    /// A new account that nobody has connected.
    public static Twilio account(RunningServer server) {
        int number = COUNTER.incrementAndGet();
        return new Twilio(server, "AC%032x".formatted(0xa0000 + number), "secret-token-hunter" + number);
    }

    /// Connects the account to a workspace.
    public Twilio connectedTo(UUID workspaceId) {
        inside(
                workspaceId,
                () -> server.bean(TwilioConfigs.class)
                        .connect(
                                TwilioEnvironment.SIMULATOR,
                                accountSid,
                                token,
                                new TwilioAccount.Info(accountSid, "Quillmere", TwilioAccount.Status.ACTIVE, false)));
        return this;
    }

    /// Makes a number the workspace's.
    public UUID number(UUID workspaceId, String phoneNumber) {
        UUID id = Ids.next();
        inside(
                workspaceId,
                () -> server.bean(Transactions.class)
                        .write(() -> server.bean(JdbcClient.class)
                                .sql("""
                        insert into twilio_numbers
                          (workspace_id, id, sid, phone_number, friendly_name, can_voice, can_sms, can_mms, held)
                        values (?, ?, ?, ?, 'Front desk', true, true, true, true)""")
                                .params(List.of(
                                        workspaceId, id, "PN" + id.toString().replace("-", ""), phoneNumber))
                                .update()));
        return id;
    }

    public static void inside(UUID workspaceId, Runnable work) {
        Tenancy.asWorkspace(workspaceId, () -> {
            work.run();
            return true;
        });
    }

    public String accountSid() {
        return accountSid;
    }

    public String token() {
        return token;
    }

    /// An account of the same SID, but with another token: somebody who only says that they are Twilio.
    public Twilio forged() {
        return withToken("guessed");
    }

    /// The same account after its token was exchanged.
    public Twilio withToken(String other) {
        return new Twilio(server, accountSid, other);
    }

    /// The form of a delivery, with the account in it.
    ///
    /// @param pairs names and values, in turn
    public Map<String, String> form(String... pairs) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("AccountSid", accountSid);
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        return form;
    }

    /// Posts a form, signed for the address that the server is configured with.
    public HttpResponse<String> post(String path, Map<String, String> form) {
        return post(path, form, "http://127.0.0.1:" + server.url("/").getPort());
    }

    /// … signed for that address.
    public HttpResponse<String> post(String path, Map<String, String> form, String base) {
        return send(path, form, Map.of("X-Twilio-Signature", signature(base + path, form)));
    }

    /// @param url the whole address
    public String signature(String url, Map<String, String> form) {
        Map<String, List<String>> all = form.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        return TwilioSignature.of(url, all, token);
    }

    public HttpResponse<String> send(String path, Map<String, String> form, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url("") + path))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"))));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
