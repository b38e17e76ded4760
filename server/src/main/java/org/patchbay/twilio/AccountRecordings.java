package org.patchbay.twilio;

import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.RecordingReader;
import com.twilio.rest.api.v2010.account.call.Recording.Status;
import com.twilio.rest.api.v2010.account.call.RecordingUpdater;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.patchbay.twilio.RecordingMedia.Format;

/// An account's [recordings](https://www.twilio.com/docs/voice/api/recording).
public final class AccountRecordings {

    /// Stands for the SID of the recording that is being made at this moment.
    public static final String CURRENT = "Twilio.CURRENT";

    private static final int PAGE = 1000;

    private final TwilioLine line;
    private final RecordingSound sound;

    AccountRecordings(TwilioLine line, RecordingSound sound) {
        this.line = line;
        this.sound = sound;
    }

    /// A recording as Twilio has it, without its sound.
    ///
    /// @param callSid for two legs that of the one that dialed
    /// @param conferenceSid null unless a conference was recorded
    /// @param status `in-progress`, `paused`, `stopped`, `processing`, `completed`, `absent` or `deleted`; null
    ///     for a word that the SDK does not know
    /// @param source who began it, such as `DialVerb` or `Conference`; null for a word that the SDK does not
    ///     know
    /// @param durationSeconds null while it is being made
    /// @param price negative as Twilio writes it; null until it is known
    /// @param priceUnit ISO 4217
    public record RecordingSeen(
            String sid,
            String callSid,
            @Nullable String conferenceSid,
            @Nullable String status,
            @Nullable String source,
            int channels,
            @Nullable Instant created,
            @Nullable Instant started,
            @Nullable Integer durationSeconds,
            @Nullable BigDecimal price,
            @Nullable String priceUnit) {

        /// What it is a recording of.
        public Recorded of() {
            return conferenceSid == null ? new Recorded.OfCall(callSid) : new Recorded.OfConference(conferenceSid);
        }
    }

    /// What is being recorded.
    public sealed interface Recorded {

        record OfCall(String callSid) implements Recorded {}

        record OfConference(String conferenceSid) implements Recorded {}
    }

    public Optional<RecordingSeen> find(String sid) {
        return line.ask(
                "recordings.fetch",
                client -> Gone.found(() -> seen(Recording.fetcher(sid).fetch(client))));
    }

    /// All of a call's or a conference's, the newest first.
    public List<RecordingSeen> of(Recorded recorded) {
        return read(
                reader -> {
                    switch (recorded) {
                        case Recorded.OfCall(String sid) -> reader.setCallSid(sid);
                        case Recorded.OfConference(String sid) -> reader.setConferenceSid(sid);
                    }
                },
                PAGE);
    }

    /// The account's recordings that were made at that moment or later, the newest first.
    ///
    /// @param limit no more than these are read
    public List<RecordingSeen> createdSince(Instant moment, int limit) {
        return read(reader -> reader.setDateCreatedAfter(moment.atZone(ZoneOffset.UTC)), limit);
    }

    /// Removes a recording, its sound at once. One that is gone already is no failure.
    public void delete(String sid) {
        line.ask(
                "recordings.delete",
                client -> Gone.orRemoved(() -> Recording.deleter(sid).delete(client)));
    }

    /// Leaves out what is said from now on, such as the digits of a card: nothing marks the place.
    ///
    /// @param recordingSid or [#CURRENT]
    public Change pause(Recorded recorded, String recordingSid) {
        return switch (recorded) {
            case Recorded.OfCall(String sid) -> {
                RecordingUpdater updater =
                        new RecordingUpdater(sid, recordingSid, Status.PAUSED).setPauseBehavior("skip");
                yield Change.of(() -> line.ask("recordings.pause", updater::update));
            }
            case Recorded.OfConference(String sid) -> {
                var updater = conference(
                                sid, recordingSid, com.twilio.rest.api.v2010.account.conference.Recording.Status.PAUSED)
                        .setPauseBehavior("skip");
                yield Change.of(() -> line.ask("recordings.pause", updater::update));
            }
        };
    }

    /// @param recordingSid or [#CURRENT]
    public Change resume(Recorded recorded, String recordingSid) {
        return switch (recorded) {
            case Recorded.OfCall(String sid) -> {
                RecordingUpdater updater = new RecordingUpdater(sid, recordingSid, Status.IN_PROGRESS);
                yield Change.of(() -> line.ask("recordings.resume", updater::update));
            }
            case Recorded.OfConference(String sid) -> {
                var updater = conference(
                        sid, recordingSid, com.twilio.rest.api.v2010.account.conference.Recording.Status.IN_PROGRESS);
                yield Change.of(() -> line.ask("recordings.resume", updater::update));
            }
        };
    }

    /// A recording's sound, or a part of it. Right after a recording is completed Twilio may not have it yet.
    ///
    /// @param range one range of bytes as in HTTP's `Range`, such as `bytes=0-1023`; null, or anything else,
    ///     for the whole
    /// @return to be closed; empty where Twilio has none, or none in that format
    public Optional<RecordingMedia> media(String sid, Format format, @Nullable String range) {
        return line.ask("recordings.media", client -> Gone.found(() -> sound.open(sid, format, range)));
    }

    private List<RecordingSeen> read(Consumer<RecordingReader> filter, int limit) {
        RecordingReader reader = Recording.reader();
        filter.accept(reader);
        var paged = reader.limit(limit).pageSize(Math.min(limit, PAGE));
        return line.ask(
                "recordings.list",
                client -> StreamSupport.stream(paged.read(client).spliterator(), false)
                        .map(AccountRecordings::seen)
                        .toList());
    }

    private static com.twilio.rest.api.v2010.account.conference.RecordingUpdater conference(
            String conferenceSid,
            String recordingSid,
            com.twilio.rest.api.v2010.account.conference.Recording.Status status) {
        return new com.twilio.rest.api.v2010.account.conference.RecordingUpdater(conferenceSid, recordingSid, status);
    }

    private static RecordingSeen seen(Recording recording) {
        return new RecordingSeen(
                recording.getSid(),
                recording.getCallSid(),
                recording.getConferenceSid(),
                CallSeen.word(recording.getStatus()),
                CallSeen.word(recording.getSource()),
                recording.getChannels() == null ? 1 : recording.getChannels(),
                CallSeen.instant(recording.getDateCreated()),
                CallSeen.instant(recording.getStartTime()),
                CallSeen.whole(recording.getDuration()),
                CallSeen.decimal(recording.getPrice()),
                recording.getPriceUnit());
    }
}
