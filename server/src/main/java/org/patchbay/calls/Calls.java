package org.patchbay.calls;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.patchbay.calls.ingest.Heard;
import org.patchbay.calls.ingest.Ingest;
import org.patchbay.calls.ingest.Matter;
import org.patchbay.calls.ingest.Matter.Where;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.ingest.Told;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.calls.machine.CallEvent.Accept;
import org.patchbay.calls.machine.CallEvent.HangUp;
import org.patchbay.calls.machine.Reply;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.springframework.stereotype.Component;

/// What members do with calls of the bound workspace that are there.
@Component
public class Calls {

    private final Ingest ingest;
    private final CallHistory history;
    private final Clock clock;

    Calls(Ingest ingest, CallHistory history, Clock clock) {
        this.ingest = ingest;
        this.history = history;
        this.clock = clock;
    }

    /// @param epoch to be said by the browser when it joins
    public record Taken(UUID callId, int epoch, String conference) {}

    /// Takes a call that rings. Exactly one member wins.
    ///
    /// @throws org.patchbay.kernel.Problem 409 `already-claimed`, `call-over`, `not-offered`; 404
    public Taken accept(Caller.Member member, UUID callId) {
        CallEvent accept = new Accept(member.memberId(), member.name());
        Reply reply = say(member, "call.accept", new Matter.Happened(new Where.Id(callId), accept));
        return switch (reply) {
            case Reply.Yours(int epoch, String room) -> new Taken(callId, epoch, room);
            case Reply.Taken taken ->
                throw CallProblems.ALREADY_CLAIMED.because(
                        (taken.memberName() == null ? "Somebody else" : taken.memberName()) + " has taken the call.");
            case Reply.NotOffered not -> throw CallProblems.NOT_OFFERED.because("This call rings for others.");
            default -> throw CallProblems.CALL_OVER.because("The call can not be taken any more.");
        };
    }

    /// The call goes on ringing for the others.
    public void decline(Caller.Member member, UUID callId) {
        say(member, "call.decline", new Matter.Declined(new Where.Id(callId), member.memberId()));
    }

    /// Ends every leg. Harmless when the call is over.
    ///
    /// @throws org.patchbay.kernel.Problem 403 for others' calls, without the permission to manage them
    public void hangUp(Caller.InWorkspace caller, UUID callId) {
        CallView call = history.get(callId);
        boolean own = caller.actorId().equals(call.memberId());
        if (!own && !caller.may(Permission.CALLS_MANAGE)) {
            throw Problems.FORBIDDEN.because("Only supervisors end calls of others.");
        }
        say(caller, "call.hang-up", new Matter.Happened(new Where.Id(callId), new HangUp(caller.actorId())));
    }

    /// Every time that a member does something it is something new, whatever it is.
    private Reply say(Caller.InWorkspace caller, String type, Matter matter) {
        Heard heard = ingest.tellAndWait(new Told(
                Tenancy.workspaceId(),
                matter,
                Ids.next(),
                Source.MEMBER,
                type,
                clock.instant(),
                Map.of("by", caller.actorId().toString(), "name", caller.name()),
                null,
                null));
        if (heard.unknown()) {
            throw Problems.notFound("call");
        }
        return heard.reply().orElse(new Reply.Done());
    }
}
