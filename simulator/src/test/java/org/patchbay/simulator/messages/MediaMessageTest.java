package org.patchbay.simulator.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Customer.Reply;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.Attachment;

class MediaMessageTest {

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    private Message send(String path) {
        return Message.creator(
                        new PhoneNumber(Stage.CALLEE),
                        new PhoneNumber(Stage.NUMBER),
                        List.of(URI.create(stage.customer.url(path))))
                .create(stage.sdk);
    }

    @Test
    void mediaAreFetchedKeptAndDeliveredToThePhone() {
        stage.customer.answers("/cat.png", request -> new Reply(200, "image/png", "meow", Map.of()));
        var created = send("/cat.png");
        assertThat(created.getSid()).startsWith("MM");
        assertThat(created.getNumMedia()).isEqualTo("1");
        stage.pass(10);
        assertThat(Message.fetcher(created.getSid()).fetch(stage.sdk).getStatus())
                .isEqualTo(Message.Status.DELIVERED);
        var media = Media.reader(created.getSid()).read(stage.sdk).iterator().next();
        assertThat(media.getContentType()).isEqualTo("image/png");
        assertThat(media.getParentSid()).isEqualTo(created.getSid());
        assertThat(Media.fetcher(created.getSid(), media.getSid())
                        .fetch(stage.sdk)
                        .getDateCreated())
                .isNotNull();
        var got = stage.simulator.phone(Stage.CALLEE).texts().getFirst().attachments();
        assertThat(new String(got.getFirst().content(), StandardCharsets.UTF_8)).isEqualTo("meow");

        assertThat(Media.deleter(created.getSid(), media.getSid()).delete(stage.sdk))
                .isTrue();
        assertThatThrownBy(() -> Media.fetcher(created.getSid(), media.getSid()).fetch(stage.sdk))
                .satisfies(OutboundMessageTest.code(20404));
    }

    @Test
    void mediaThatCannotBeFetchedFailTheMessage() {
        stage.customer.answers("/gone.png", request -> Reply.status(404));
        var created = send("/gone.png");
        stage.pass(10);
        var failed = Message.fetcher(created.getSid()).fetch(stage.sdk);
        assertThat(failed.getStatus()).isEqualTo(Message.Status.FAILED);
        assertThat(failed.getErrorCode()).isEqualTo(11200);
    }

    @Test
    void theMediaOfAnInboundTextAreServedWithTheAccountsPassword() throws Exception {
        stage.texts("");
        stage.simulator.text(
                stage.simulator.phone(Stage.CALLER), Stage.NUMBER, "look", new Attachment("image/jpeg", new byte[] {
                    1, 2, 3
                }));
        stage.rest();
        var asked = stage.customer.only("/sms");
        assertThat(asked.get("NumMedia")).isEqualTo("1");
        assertThat(asked.get("MediaContentType0")).isEqualTo("image/jpeg");
        var url = URI.create(asked.get("MediaUrl0"));
        var http = HttpClient.newHttpClient();
        var open = http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding());
        assertThat(open.statusCode()).isEqualTo(401);
        String basic = Base64.getEncoder()
                .encodeToString(
                        (stage.account + ":" + stage.simulator.account().authToken()).getBytes(StandardCharsets.UTF_8));
        var file = http.send(
                HttpRequest.newBuilder(url)
                        .header("Authorization", "Basic " + basic)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(file.body()).containsExactly(1, 2, 3);
        assertThat(file.headers().firstValue("Content-Type")).contains("image/jpeg");
    }
}
