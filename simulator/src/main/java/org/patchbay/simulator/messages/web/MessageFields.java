package org.patchbay.simulator.messages.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.messages.Draft;
import org.patchbay.simulator.messages.MessageDirection;
import org.patchbay.simulator.messages.MessagingService;
import org.patchbay.simulator.messages.MessagingServices;
import org.patchbay.simulator.messages.SmartEncoding;
import org.patchbay.simulator.numbers.Hook;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.rest.Fields;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.WebUrls;
import org.patchbay.simulator.time.SimulatorClock;

/// Reads the form of `POST /Messages.json`
/// (<https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource>).
public final class MessageFields {

    private static final int LONGEST_BODY = 1_600;
    private static final int MOST_MEDIA = 10;
    private static final Duration SOONEST = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofDays(35);

    private final NumberStore numbers;
    private final MessagingServices services;
    private final MessageAddresses addresses;
    private final SimulatorClock clock;

    public MessageFields(
            NumberStore numbers, MessagingServices services, MessageAddresses addresses, SimulatorClock clock) {
        this.numbers = numbers;
        this.services = services;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// @throws RestError 400 with the code of the first thing that is wrong
    Draft read(RestRequest request) {
        Fields fields = request.fields();
        String to = addresses.to(request.accountSid(), fields.required("To", 21604));
        var service = service(request);
        var given = fields.text("From");
        if (service.isEmpty() && given.isEmpty()) {
            throw RestError.badRequest(
                    21603, "A 'From' or 'MessagingServiceSid' parameter is required to send a message");
        }
        String from =
                given.map(text -> addresses.from(request.accountSid(), text)).orElse("");
        var media = media(fields);
        String body = body(fields, media, service);
        validityPeriod(fields);
        var sendAt = sendAt(fields, service.isPresent());
        service.filter(one -> services.pool(one).isEmpty()).ifPresent(one -> {
            throw RestError.badRequest(21704, "The Messaging Service contains no phone numbers");
        });
        if (service.isEmpty()) {
            addresses.refuseOptedOut(from, to);
        }
        return new Draft(
                request.accountSid(),
                MessageDirection.API,
                service.map(MessagingService::sid).orElse(null),
                from,
                to,
                body,
                media,
                callback(request, service),
                Hook.NONE,
                sendAt);
    }

    private Optional<MessagingService> service(RestRequest request) {
        return request.fields()
                .text("MessagingServiceSid")
                .map(sid -> services.store()
                        .find(request.accountSid(), sid)
                        .orElseThrow(() -> RestError.badRequest(21701, "The Messaging Service does not exist")));
    }

    private static List<String> media(Fields fields) {
        var urls = fields.form().values("MediaUrl").stream()
                .filter(url -> !url.isEmpty())
                .toList();
        if (urls.size() > MOST_MEDIA) {
            throw RestError.badRequest(21623, "Number of media files exceeds allowed limit");
        }
        urls.stream().filter(url -> !WebUrls.isValid(url)).findFirst().ifPresent(bad -> {
            throw RestError.badRequest(21620, "Invalid media URL(s)");
        });
        return urls;
    }

    private static String body(Fields fields, List<String> media, Optional<MessagingService> service) {
        if (fields.text("ContentSid").isPresent()) {
            throw RestError.badRequest(21655, "The ContentSid is invalid: content templates are not simulated");
        }
        String body = fields.text("Body", "");
        if (body.isEmpty() && media.isEmpty()) {
            throw RestError.badRequest(21602, "Message body is required");
        }
        if (body.length() > LONGEST_BODY) {
            throw RestError.badRequest(21617, "The concatenated message body exceeds the 1600 character limit");
        }
        boolean smart = fields.flag(
                "SmartEncoded", service.map(MessagingService::smartEncoding).orElse(false));
        return smart ? SmartEncoding.of(body) : body;
    }

    private static void validityPeriod(Fields fields) {
        fields.text("ValidityPeriod").ifPresent(text -> {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 36_000) {
                throw RestError.badRequest(21624, "Invalid validity period value");
            }
        });
    }

    private @Nullable Instant sendAt(Fields fields, boolean hasService) {
        var type = fields.text("ScheduleType");
        var text = fields.text("SendAt");
        if (type.isEmpty() && text.isEmpty()) {
            return null;
        }
        if (type.isPresent() && !type.get().equals("fixed")) {
            throw RestError.badRequest(35126, "The ScheduleType value provided is not supported for this channel");
        }
        if (!hasService) {
            throw RestError.badRequest(35118, "MessagingServiceSid is required to schedule a message");
        }
        if (text.isEmpty()) {
            throw RestError.badRequest(35111, "SendAt timestamp is missing");
        }
        Instant at = instant(text.get());
        Instant now = clock.now();
        if (at.isBefore(now.plus(SOONEST)) || at.isAfter(now.plus(LATEST))) {
            throw RestError.badRequest(35114, "SendAt must be between 300 seconds and 35 days in the future");
        }
        return at;
    }

    /// Without a zone it is UTC: the Java SDK leaves the zone away.
    private static Instant instant(String text) {
        try {
            return DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)
                            instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw RestError.badRequest(35114, "SendAt is not an ISO 8601 time: " + text);
        }
    }

    /// The message's own, else its application's, else its service's.
    private Hook callback(RestRequest request, Optional<MessagingService> service) {
        var own = request.fields().text("StatusCallback");
        if (own.isPresent()) {
            if (!WebUrls.isValid(own.get())) {
                throw RestError.badRequest(21609, "Invalid 'StatusCallback': " + own.get());
            }
            return new Hook(own.get(), "POST");
        }
        var application = request.fields().text("ApplicationSid");
        if (application.isPresent()) {
            return numbers.applications()
                    .find(request.accountSid(), application.get())
                    .map(found -> found.sms().statusCallback())
                    .orElseThrow(() -> RestError.badRequest(21218, "Invalid ApplicationSid"));
        }
        return service.filter(one -> !one.statusCallback().isEmpty())
                .map(one -> new Hook(one.statusCallback(), "POST"))
                .orElse(Hook.NONE);
    }
}
