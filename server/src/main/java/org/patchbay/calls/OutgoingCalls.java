package org.patchbay.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.ingest.DedupeKey;
import org.patchbay.calls.ingest.Ingest;
import org.patchbay.calls.ingest.Matter;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.ingest.Told;
import org.patchbay.calls.machine.Call.Parties;
import org.patchbay.calls.machine.Call.Terms;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.calls.machine.CallEvent.Placed;
import org.patchbay.calls.machine.LegKind;
import org.patchbay.calls.machine.Unanswered;
import org.patchbay.calls.machine.Via;
import org.patchbay.contacts.Contacts;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Problems;
import org.patchbay.numbers.CallerIds;
import org.patchbay.numbers.Numbers;
import org.patchbay.numbers.Recording;
import org.patchbay.numbers.WorkspaceNumber;
import org.patchbay.twilio.VoiceIdentity;
import org.patchbay.twilio.WorkspaceAccounts;
import org.patchbay.workspaces.DialledNumbers;
import org.patchbay.workspaces.Member;
import org.patchbay.workspaces.Members;
import org.springframework.stereotype.Component;

/// Begins calls to customers, for members of the bound workspace.
@Component
public class OutgoingCalls {

    /// Twilio's answer to the request that rings a member may take that long.
    private static final Duration UNTIL_RUNG = Duration.ofSeconds(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final Ingest ingest;
    private final CallHistory history;
    private final CallRequests requests;
    private final CallSettings settings;
    private final MemberPhones phones;
    private final Contacts contacts;
    private final CallerIds callerIds;
    private final Numbers numbers;
    private final DialledNumbers dialled;
    private final Members members;
    private final WorkspaceAccounts accounts;
    private final Clock clock;

    OutgoingCalls(
            Ingest ingest,
            CallHistory history,
            CallRequests requests,
            CallSettings settings,
            MemberPhones phones,
            Contacts contacts,
            CallerIds callerIds,
            Numbers numbers,
            DialledNumbers dialled,
            Members members,
            WorkspaceAccounts accounts,
            Clock clock) {
        this.ingest = ingest;
        this.history = history;
        this.requests = requests;
        this.settings = settings;
        this.phones = phones;
        this.contacts = contacts;
        this.callerIds = callerIds;
        this.numbers = numbers;
        this.dialled = dialled;
        this.members = members;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// @param to as somebody wrote it
    /// @param from one of the workspace's numbers; null for the member's caller id
    /// @param record null for what the number, or the workspace, has
    public record Wish(
            String to,
            @Nullable String from,
            @Nullable UUID contactId,
            @Nullable Boolean record,
            Via via) {}

    /// @param actorId whose idempotency keys count
    /// @param key null where every request is one of its own
    /// @return the call; of the same key and wish the same one
    /// @throws org.patchbay.kernel.Problem 400 for a number that is none, or a contact who is none here; 409
    ///     `twilio-not-configured`, `no-caller-id`, `agent-unreachable`
    public CallView place(UUID actorId, Member member, Wish wish, @Nullable String key) {
        accounts.config();
        String to = dialled.orEmpty("to", wish.to());
        if (to.isEmpty()) {
            throw Problems.invalid("to", "must be a phone number, such as +14155550117");
        }
        UUID contactId = contact(wish, to);
        WorkspaceNumber from = from(member, wish.from());
        Optional<String> rung = rung(member, wish.via());
        UUID callId = requests.callId(actorId, key, digest(member, wish, to));
        Placed placed = new Placed(
                callId,
                Tenancy.workspaceId(),
                wish.via(),
                new Parties(from.phoneNumber(), to, null, from.id(), contactId),
                new Terms(
                        records(from, wish.record()),
                        Duration.ZERO,
                        Unanswered.MESSAGE,
                        null,
                        false,
                        Duration.ofSeconds(settings.get().wrapUpSeconds())),
                member.id(),
                member.name(),
                Ids.next(),
                rung.isPresent() ? Ids.next() : null,
                rung.orElse(null));
        ingest.tellAndWait(told(placed, actorId));
        return history.get(callId);
    }

    /// Waits until Twilio has said which call the member is rung by.
    ///
    /// @throws org.patchbay.kernel.Problem 409 `agent-unreachable` where Twilio does not ring them. Then the
    ///     call is over: whoever tries again does not have the member rung by two
    public String sidOfMember(UUID actorId, UUID callId) {
        Instant until = clock.instant().plus(UNTIL_RUNG);
        Optional<CallDetail.Leg> leg = agent(callId);
        while (leg.isPresent() && leg.get().sid() == null && leg.get().endedAt() == null) {
            if (clock.instant().isAfter(until)) {
                break;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            leg = agent(callId);
        }
        Optional<String> sid = leg.map(CallDetail.Leg::sid);
        if (sid.isEmpty()) {
            ingest.tellAndWait(givenUp(actorId, callId));
        }
        return sid.orElseThrow(() ->
                CallProblems.AGENT_UNREACHABLE.because("Twilio does not ring the member at the moment. Try again."));
    }

    private Told givenUp(UUID actorId, UUID callId) {
        return new Told(
                Tenancy.workspaceId(),
                new Matter.Happened(new Matter.Where.Id(callId), new CallEvent.HangUp(actorId)),
                DedupeKey.of("given-up", callId.toString()),
                Source.MEMBER,
                "call.hang-up",
                clock.instant(),
                Map.of("by", actorId.toString()),
                null,
                null);
    }

    private Optional<CallDetail.Leg> agent(UUID callId) {
        return history.detail(callId).legs().stream()
                .filter(leg -> leg.kind().equals(LegKind.AGENT.code()))
                .findFirst();
    }

    private Told told(Placed placed, UUID actorId) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("by", actorId.toString());
        data.put("to", placed.parties().to());
        data.put("from", placed.parties().from());
        data.put("via", placed.via().code());
        return new Told(
                placed.workspaceId(),
                new Matter.Begun(placed),
                DedupeKey.of("placed", placed.callId().toString()),
                Source.MEMBER,
                "call.placed",
                clock.instant(),
                data,
                null,
                null);
    }

    /// Whoever is named, else whose phone it is.
    private @Nullable UUID contact(Wish wish, String to) {
        if (wish.contactId() == null) {
            return contacts.ofPhone(to).orElse(null);
        }
        if (!contacts.exists(wish.contactId())) {
            throw Problems.invalid("contactId", "is no contact of this workspace");
        }
        return wish.contactId();
    }

    /// The number that the customer sees.
    private WorkspaceNumber from(Member member, @Nullable String wished) {
        UUID chosen = wished == null
                ? callerIds.of(member.id()).numberId()
                : callerIds
                        .usable(member.id(), dialled.orEmpty("from", wished))
                        .orElseThrow(() -> Problems.invalid("from", "must be a number that this member may call from"));
        if (chosen == null) {
            throw CallProblems.NO_CALLER_ID.because(
                    "This workspace has no number to call from. An admin can buy one under Settings, Numbers.");
        }
        return numbers.get(chosen);
    }

    /// What is rung for the member, where their browser does not come by itself.
    private Optional<String> rung(Member member, Via via) {
        return switch (via) {
            case BROWSER -> Optional.empty();
            case PHONE ->
                Optional.of(phones.of(member.id())
                        .orElseThrow(() -> CallProblems.AGENT_UNREACHABLE.because(
                                "Say under your profile which phone is yours; then it can be rung.")));
            case API ->
                Optional.of(desk(member)
                        .or(() -> phones.of(member.id()))
                        .orElseThrow(() -> CallProblems.AGENT_UNREACHABLE.because(
                                member.name() + " is not at a desk, and has no phone here. Somebody else may be.")));
            case NUMBER -> throw new IllegalArgumentException("customers call in");
        };
    }

    private static Optional<String> desk(Member member) {
        boolean connected = !member.presence().status().equals("offline");
        return connected
                ? Optional.of(new VoiceIdentity(Tenancy.workspaceId(), member.id()).address())
                : Optional.empty();
    }

    private boolean records(WorkspaceNumber number, @Nullable Boolean wished) {
        if (wished != null) {
            return wished;
        }
        return number.recording() == Recording.INHERIT ? settings.get().record() : number.recording() == Recording.ON;
    }

    private static String digest(Member member, Wish wish, String to) {
        return List.of(
                        member.id().toString(),
                        to,
                        String.valueOf(wish.from()),
                        String.valueOf(wish.contactId()),
                        String.valueOf(wish.record()),
                        wish.via().code())
                .toString();
    }
}
