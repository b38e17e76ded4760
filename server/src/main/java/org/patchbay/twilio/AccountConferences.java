package org.patchbay.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.ConferenceReader;
import com.twilio.rest.api.v2010.account.ConferenceUpdater;
import com.twilio.rest.api.v2010.account.conference.ParticipantReader;
import com.twilio.rest.api.v2010.account.conference.ParticipantUpdater;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// An account's [conferences](https://www.twilio.com/docs/voice/api/conference-resource) and who is
/// [in them](https://www.twilio.com/docs/voice/api/conference-participant-resource). Both can only be asked
/// for while they last: what shall be known afterwards must come from the callbacks.
public final class AccountConferences {

    private static final Pattern SID = Pattern.compile("CF[0-9a-fA-F]{32}");
    private static final int PAGE = 1000;

    private final TwilioLine line;

    AccountConferences(TwilioLine line) {
        this.line = line;
    }

    /// A conference that is not over.
    ///
    /// @param name ours, as in the TwiML: Twilio's friendly name
    /// @param status `init` while one waits for the other, or `in-progress`; Twilio may say the latter for
    ///     the former. Null for a word that the SDK does not know
    public record ConferenceSeen(
            String sid,
            String name,
            @Nullable String status,
            @Nullable Instant created) {}

    /// Somebody in a conference.
    ///
    /// @param label as in the TwiML; null without one
    /// @param status `queued`, `connecting`, `ringing`, `connected`, `complete` or `failed`; null for a word
    ///     that the SDK does not know
    /// @param endsOnExit whether the conference ends when they leave
    public record Participant(
            String callSid,
            String conferenceSid,
            @Nullable String label,
            boolean muted,
            boolean onHold,
            @Nullable String status,
            boolean endsOnExit) {}

    /// @param conference its SID, or its name: then the one of that name that is not over
    /// @return nobody when it is over or there is none
    public List<Participant> participants(String conference) {
        Optional<String> sid = SID.matcher(conference).matches()
                ? Optional.of(conference)
                : find(conference).map(ConferenceSeen::sid);
        return sid.map(this::participantsOf).orElse(List.of());
    }

    private List<Participant> participantsOf(String sid) {
        return line.ask(
                "participants.list",
                client -> Gone.found(() -> StreamSupport.stream(
                                        new ParticipantReader(sid)
                                                .pageSize(PAGE)
                                                .read(client)
                                                .spliterator(),
                                        false)
                                .map(AccountConferences::participant)
                                .toList())
                        .orElse(List.of()));
    }

    /// The conference of that name that is not over: Twilio has one at most.
    public Optional<ConferenceSeen> find(String name) {
        return line.ask(
                "conferences.find",
                client -> Stream.of(Conference.Status.IN_PROGRESS, Conference.Status.INIT)
                        .flatMap(status -> read(Conference.reader().setFriendlyName(name), status, client))
                        .filter(conference -> name.equals(conference.name()))
                        .findFirst());
    }

    /// All that are not over: also those in which one waits for the other.
    public List<ConferenceSeen> live() {
        return line.ask(
                "conferences.list",
                client -> Stream.of(Conference.Status.IN_PROGRESS, Conference.Status.INIT)
                        .flatMap(status -> read(Conference.reader(), status, client))
                        .toList());
    }

    /// Ends a conference: everybody in it goes on with their own TwiML, which for us means that they are hung
    /// up.
    public Change end(String sid) {
        ConferenceUpdater updater = Conference.updater(sid).setStatus(Conference.UpdateStatus.COMPLETED);
        return Change.of(() -> line.ask("conferences.end", updater::update));
    }

    /// Whether the conference is to end when they leave.
    public Change endOnExit(String sid, String callSid, boolean ends) {
        ParticipantUpdater updater = new ParticipantUpdater(sid, callSid).setEndConferenceOnExit(ends);
        return Change.of(() -> line.ask("participants.update", updater::update));
    }

    private static Stream<ConferenceSeen> read(
            ConferenceReader reader, Conference.Status status, TwilioRestClient client) {
        return StreamSupport.stream(
                        reader.setStatus(status).pageSize(PAGE).read(client).spliterator(), false)
                .map(conference -> new ConferenceSeen(
                        conference.getSid(),
                        conference.getFriendlyName(),
                        CallSeen.word(conference.getStatus()),
                        CallSeen.instant(conference.getDateCreated())));
    }

    private static Participant participant(com.twilio.rest.api.v2010.account.conference.Participant seen) {
        return new Participant(
                seen.getCallSid(),
                seen.getConferenceSid(),
                seen.getLabel(),
                Boolean.TRUE.equals(seen.getMuted()),
                Boolean.TRUE.equals(seen.getHold()),
                CallSeen.word(seen.getStatus()),
                Boolean.TRUE.equals(seen.getEndConferenceOnExit()));
    }
}
