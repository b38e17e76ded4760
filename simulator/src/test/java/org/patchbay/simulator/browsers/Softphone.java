package org.patchbay.simulator.browsers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.accounts.ApiKey;
import org.patchbay.simulator.media.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A voice SDK without the browser: speaks to `/signal` and sends and hears sound, over real sockets.
final class Softphone implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final Caller sound;
    private final WebSocket socket;
    private String callSid = "";

    private Softphone(URI url, double hz) throws IOException {
        sound = Caller.saying(hz);
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws" + url.toString().substring(4) + "/signal"), new Ear())
                .join();
    }

    /// Connects and waits until it is registered; from then on it says a tone in every call.
    static Softphone register(TwilioSimulator simulator, String token, double hz) throws Exception {
        var phone = connect(simulator, token, hz);
        phone.await("connected");
        var register = JSON.createObjectNode();
        register.putObject("media").put("audio", true);
        phone.send("register", register);
        phone.await("ready");
        return phone;
    }

    /// Connects and says its token.
    static Softphone connect(TwilioSimulator simulator, String token, double hz) throws IOException {
        var phone = new Softphone(simulator.url(), hz);
        phone.send("listen", JSON.createObjectNode().put("token", token).put("reconnectTimeout", 0));
        return phone;
    }

    /// A token made by Twilio's own server library.
    static String token(ApiKey key, String identity, String applicationSid) {
        return new AccessToken.Builder(key.accountSid(), key.sid(), key.secret().getBytes(UTF_8))
                .identity(identity)
                .grant(new VoiceGrant().setIncomingAllow(true).setOutgoingApplicationSid(applicationSid))
                .build()
                .toJwt();
    }

    Caller sound() {
        return sound;
    }

    String callSid() {
        return callSid;
    }

    /// Calls, and waits until sound flows.
    void dial(Map<String, String> params) throws InterruptedException {
        invite(params);
        var ringing = await("ringing");
        callSid = ringing.path("callsid").asString();
        sound.peer().accept(ringing.path("sdp").asString());
        connected();
    }

    void invite(Map<String, String> params) {
        String encoded = params.entrySet().stream()
                .map(param -> encode(param.getKey()) + "=" + encode(param.getValue()))
                .collect(Collectors.joining("&"));
        var invite = JSON.createObjectNode()
                .put("callsid", "TJS-1")
                .put("sdp", sound.peer().offer());
        invite.putObject("twilio").put("params", encoded);
        send("invite", invite);
    }

    /// Takes the call that comes in, and waits until sound flows.
    ///
    /// @return what the app would see as the call's parameters
    JsonNode answer() throws InterruptedException {
        var invite = await("invite");
        callSid = invite.path("callsid").asString();
        String answer = sound.peer().answer(invite.path("sdp").asString());
        send("answer", JSON.createObjectNode().put("callsid", callSid).put("sdp", answer));
        connected();
        return invite.path("parameters");
    }

    void reject() throws InterruptedException {
        callSid = await("invite").path("callsid").asString();
        send("reject", JSON.createObjectNode().put("callsid", callSid));
    }

    void hangUp() {
        send("hangup", JSON.createObjectNode().put("callsid", callSid));
    }

    /// Offers new ICE credentials, as after a change of the network, and takes the answer.
    void restartIce() throws InterruptedException {
        send(
                "reinvite",
                JSON.createObjectNode()
                        .put("callsid", callSid)
                        .put("sdp", sound.peer().offer()));
        sound.peer().restart(await("answer").path("sdp").asString());
    }

    /// Loses its socket without a word; the sound stays.
    void loseSocket() {
        socket.abort();
    }

    void say(String message) {
        send(
                "message",
                JSON.createObjectNode()
                        .put("callsid", callSid)
                        .put("content", message)
                        .put("contenttype", "text/plain")
                        .put("messagetype", "user-defined-message")
                        .put("voiceeventsid", "KX1"));
    }

    /// Keys beside the sound.
    void send(String digits) {
        send("dtmf", JSON.createObjectNode().put("callsid", callSid).put("dtmf", digits));
    }

    /// The next message of this type; others before it are passed over.
    JsonNode await(String type) throws InterruptedException {
        while (true) {
            var message = received.poll(20, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no " + type + " came");
            }
            if (message.path("type").asString("").equals(type)) {
                return message.path("payload");
            }
        }
    }

    private void connected() {
        sound.peer().connected().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void send(String type, ObjectNode payload) {
        var message = JSON.createObjectNode().put("type", type).put("version", "1.6");
        message.set("payload", payload);
        socket.sendText(message.toString(), true).join();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        socket.abort();
        sound.close();
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder frame = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            frame.append(data);
            if (last && !frame.toString().isBlank()) {
                received.add(JSON.readTree(frame.toString()));
            }
            if (last) {
                frame.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
