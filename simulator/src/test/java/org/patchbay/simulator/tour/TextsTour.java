package org.patchbay.simulator.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.service.PhoneNumber;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.patchbay.simulator.kit.Customer;
import org.patchbay.simulator.kit.Stage;

/// Texts, their media, and messaging services.
public final class TextsTour {

    private final Stage stage;
    private final TwilioRestClient sdk;

    public TextsTour(Stage stage, TwilioRestClient sdk) {
        this.stage = stage;
        this.sdk = sdk;
    }

    public void walk() {
        message();
        service();
    }

    private void message() {
        stage.customer.answers("/cat.png", request -> new Customer.Reply(200, "image/png", "meow", Map.of()));
        var sent = Message.creator(
                        new com.twilio.type.PhoneNumber(Stage.CALLEE),
                        new com.twilio.type.PhoneNumber(Stage.NUMBER),
                        "Hello")
                .setMediaUrl(List.of(URI.create(stage.customer.url("/cat.png"))))
                .create(sdk);
        stage.pass(10);
        assertThat(Message.reader().read(sdk)).extracting(Message::getSid).contains(sent.getSid());
        var media = Media.reader(sent.getSid()).read(sdk).iterator().next();
        assertThat(Media.fetcher(sent.getSid(), media.getSid()).fetch(sdk).getContentType())
                .isEqualTo("image/png");
        assertThat(Media.deleter(sent.getSid(), media.getSid()).delete(sdk)).isTrue();
        assertThat(Message.updater(sent.getSid()).setBody("").update(sdk).getBody())
                .isEmpty();
        assertThat(Message.fetcher(sent.getSid()).fetch(sdk).getStatus()).isEqualTo(Message.Status.DELIVERED);
        assertThat(Message.deleter(sent.getSid()).delete(sdk)).isTrue();
    }

    private void service() {
        var service = Service.creator("tour").create(sdk);
        Service.updater(service.getSid()).setFriendlyName("renamed").update(sdk);
        assertThat(Service.fetcher(service.getSid()).fetch(sdk).getFriendlyName())
                .isEqualTo("renamed");
        assertThat(Service.reader().read(sdk)).hasSize(1);
        String number = IncomingPhoneNumber.reader()
                .setPhoneNumber(Stage.NUMBER)
                .read(sdk)
                .iterator()
                .next()
                .getSid();
        PhoneNumber.creator(service.getSid(), number).create(sdk);
        assertThat(PhoneNumber.reader(service.getSid()).read(sdk)).hasSize(1);
        assertThat(PhoneNumber.fetcher(service.getSid(), number).fetch(sdk).getSid())
                .isEqualTo(number);
        assertThat(PhoneNumber.deleter(service.getSid(), number).delete(sdk)).isTrue();
        assertThat(Service.deleter(service.getSid()).delete(sdk)).isTrue();
    }
}
