package org.patchbay.twilio;

import com.twilio.base.Reader;
import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.CallReader;
import com.twilio.rest.api.v2010.account.CallUpdater;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// An account's [calls](https://www.twilio.com/docs/voice/api/call-resource).
public final class AccountCalls {

    private static final List<String> EVERY_EVENT = List.of("initiated", "ringing", "answered", "completed");
    private static final List<Call.Status> LIVE =
            List.of(Call.Status.IN_PROGRESS, Call.Status.RINGING, Call.Status.QUEUED);

    /// Twilio's largest page.
    private static final int PAGE = 1000;

    /// Among the newest so many to one number a call is looked for.
    private static final int NEWEST = 100;

    private final TwilioLine line;

    AccountCalls(TwilioLine line) {
        this.line = line;
    }

    /// A call that Twilio is to make. Everything is asked and told by POST.
    ///
    /// @param from one of the account's numbers, or a caller id that it verified; E.164
    /// @param to E.164, or `client:` and an identity, with parameters for the browser behind a `?`
    /// @param answerUrl asked what now, when it is answered
    /// @param fallbackUrl asked when the first address fails
    /// @param statusUrl told of `initiated ringing answered completed`
    /// @param ringTime how long it rings, 5 s to 600 s; Twilio adds up to 5 s
    public record NewCall(String from, String to, URI answerUrl, URI fallbackUrl, URI statusUrl, Duration ringTime) {

        public NewCall {
            if (ringTime.toSeconds() < 5 || ringTime.toSeconds() > 600) {
                throw new IllegalArgumentException("Twilio rings between 5 and 600 seconds");
            }
        }
    }

    /// Makes a call. Never sent twice: where Twilio did not answer it may have been made all the same
    /// ([TwilioFailure#outcomeUnknown()]), and [#madeSince] finds it.
    ///
    /// @return its SID; callbacks about it may have come before this returns
    public String create(NewCall call) {
        return line.ask("calls.create", client -> creator(call).create(client).getSid());
    }

    private static CallCreator creator(NewCall call) {
        return Call.creator(new PhoneNumber(call.to()), new PhoneNumber(call.from()), call.answerUrl())
                .setMethod(HttpMethod.POST)
                .setFallbackUrl(call.fallbackUrl())
                .setFallbackMethod(HttpMethod.POST)
                .setStatusCallback(call.statusUrl())
                .setStatusCallbackMethod(HttpMethod.POST)
                .setStatusCallbackEvent(EVERY_EVENT)
                .setTimeout((int) call.ringTime().toSeconds());
    }

    /// Takes a call out of what it is in, a conference too, and asks that address by POST what now. Before
    /// somebody leaves a conference so, its `endConferenceOnExit` must be off if the others are to stay.
    ///
    /// @return [Change#NOT_NOW] while nobody has answered it
    public Change redirect(String sid, URI url) {
        CallUpdater updater = Call.updater(sid).setUrl(url).setMethod(HttpMethod.POST);
        return Change.of(() -> line.ask("calls.redirect", updater::update), () -> stateOf(sid));
    }

    /// Ends a call, whether it rings or somebody talks.
    public Change hangUp(String sid) {
        CallUpdater updater = Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED);
        return Change.of(() -> line.ask("calls.hang-up", updater::update));
    }

    /// Gives up a call that nobody has answered. Of one that never left Twilio's queue nothing is told
    /// afterwards: no status callback comes.
    ///
    /// @return [Change#NOT_NOW] when somebody has answered it; they are not cut off
    public Change cancel(String sid) {
        CallUpdater updater = Call.updater(sid).setStatus(Call.UpdateStatus.CANCELED);
        return Change.of(() -> line.ask("calls.cancel", updater::update), () -> stateOf(sid));
    }

    private Change stateOf(String sid) {
        return find(sid)
                .filter(call -> !call.isOver())
                .map(live -> Change.NOT_NOW)
                .orElse(Change.OVER);
    }

    public Optional<CallSeen> find(String sid) {
        return line.ask(
                "calls.fetch",
                client -> Gone.found(() -> CallSeen.of(Call.fetcher(sid).fetch(client))));
    }

    /// The account's calls that are not over: everything queued, ringing and in progress, also what is none
    /// of ours. One that moves on meanwhile can be in it twice.
    public List<CallSeen> live() {
        return LIVE.stream()
                .flatMap(status -> read(reader -> reader.setStatus(status), Integer.MAX_VALUE).stream())
                .toList();
    }

    /// The account's calls that were started at that moment or later, the newest first. Twilio leaves out
    /// those that it has not begun to dial: they are in [#live()].
    ///
    /// @param limit no more than these are read
    public List<CallSeen> startedSince(Instant moment, int limit) {
        return read(reader -> reader.setStartTimeAfter(moment.atZone(ZoneOffset.UTC)), limit);
    }

    /// Finds a call that was made without an answer: those from one number to another that Twilio was asked
    /// for at that moment or later, whether they are over or not. Twilio lists a new call some moments late,
    /// and to the second.
    public List<CallSeen> madeSince(String from, String to, Instant moment) {
        Instant second = Instant.ofEpochSecond(moment.getEpochSecond());
        return read(reader -> reader.setTo(to).setFrom(from), NEWEST).stream()
                .filter(call -> call.created() != null && !call.created().isBefore(second))
                .toList();
    }

    /// The calls that one call dialed.
    public List<CallSeen> children(String sid) {
        return read(reader -> reader.setParentCallSid(sid), PAGE);
    }

    private List<CallSeen> read(Consumer<CallReader> filter, int limit) {
        CallReader reader = Call.reader();
        filter.accept(reader);
        Reader<Call> paged = reader.limit(limit).pageSize(Math.min(limit, PAGE));
        return line.ask(
                "calls.list",
                client -> all(paged.read(client)).map(CallSeen::of).toList());
    }

    private static <T> Stream<T> all(Iterable<T> pages) {
        return StreamSupport.stream(pages.spliterator(), false);
    }
}
