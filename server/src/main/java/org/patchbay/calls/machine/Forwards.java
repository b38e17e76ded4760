package org.patchbay.calls.machine;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.patchbay.calls.machine.Call.Ending;
import org.patchbay.calls.machine.CallEvent.ForwardEnded;
import org.patchbay.calls.machine.Reply.Say;
import org.patchbay.calls.machine.Reply.Sentence;

/// A call goes on to a phone, which Twilio rings by itself.
final class Forwards {

    private Forwards() {}

    static boolean isPossible(Call.Terms terms) {
        return terms.forwardTo() != null && !terms.forwardTo().isEmpty();
    }

    static void begin(Draft draft, Leg customer) {
        draft.call(call -> call.at(Stage.FORWARDED));
        draft.lookAfter(customer, Offers.SENT_ON);
        draft.reply(reply(draft, customer));
    }

    /// The same phone leg, however often it is asked.
    static Reply reply(Draft draft, Leg customer) {
        Call call = draft.call();
        String phone = Objects.requireNonNullElse(call.terms().forwardTo(), "");
        if (phone.isEmpty()) {
            return new Say(Sentence.NOBODY_AVAILABLE);
        }
        Leg leg = draft.phone().orElseGet(() -> {
            Leg made = Leg.expected(phoneLegId(customer.id()), LegKind.THIRD_PARTY, phone, draft.now());
            draft.keep(made);
            return made;
        });
        return new Reply.GoOn(
                customer.id(),
                leg.id(),
                phone,
                call.terms().recorded(),
                call.terms().whisper());
    }

    /// Whoever has the phone has pressed a key.
    static void taken(Draft draft, Leg phone) {
        boolean waits = draft.stage() == Stage.FORWARDED || draft.stage() == Stage.UNANSWERED;
        boolean open = waits && draft.customer().filter(Leg::isOver).isEmpty();
        if (open) {
            draft.keep(phone.moved(LegStatus.IN_PROGRESS, draft.now()));
            draft.call(call -> call.answered(draft.now()));
        }
        draft.reply(open || draft.stage() == Stage.TALKING ? new Reply.Done() : new Reply.Over());
    }

    /// The phone has been answered. Where a key is asked for, that alone says little: it may be a mailbox.
    static void answered(Draft draft, Leg phone) {
        boolean open = draft.stage() == Stage.FORWARDED || draft.stage() == Stage.UNANSWERED;
        if (open && !draft.call().terms().whisper()) {
            Instant when = Objects.requireNonNullElse(phone.times().answered(), draft.since());
            draft.call(call -> call.answered(when));
            if (draft.customer().filter(Leg::isOver).isPresent()) {
                draft.endWhenCallerLeft(Outcome.ANSWERED);
            }
        }
    }

    /// The caller has gone. Of a phone that has been rung it may not have been heard yet that it was answered: whether
    /// the two spoke shows within a moment, by its end or the dial's.
    static void callerLeft(Draft draft, Leg caller) {
        if (draft.phone().filter(phone -> !phone.isOver()).isPresent()) {
            draft.lookAfter(caller, Claims.FOR_NEWS);
        } else {
            callerIsGone(draft, caller);
        }
    }

    /// Nothing has been heard of an answer.
    static void callerIsGone(Draft draft, Leg caller) {
        boolean waits = draft.stage() == Stage.FORWARDED || draft.stage() == Stage.UNANSWERED;
        if (caller.kind() == LegKind.CUSTOMER && waits) {
            draft.since(caller.times().ended());
            draft.end(left(draft), Set.of());
        }
    }

    /// Who leaves while the first that was meant to answer is rung has not waited; a call that nobody took before has
    /// been missed.
    private static Ending left(Draft draft) {
        Ending none = draft.stage() == Stage.FORWARDED
                ? new Ending(Outcome.ABANDONED, EndReason.CUSTOMER_LEFT, null)
                : new Ending(Outcome.MISSED, EndReason.NOBODY_ANSWERED, null);
        Ending bound = draft.stage() == Stage.FORWARDED ? null : draft.call().ending();
        return Objects.requireNonNullElse(bound, none);
    }

    /// A phone's ringing is cut short by the caller's hanging up alone, and that may be told here first.
    static void ended(Draft draft, ForwardEnded ended) {
        draft.phone().ifPresent(leg -> {
            Leg known = ended.sid() == null ? leg : leg.known(ended.sid());
            Leg over = known.moved(ended.status(), draft.now());
            draft.keep(over.durationSeconds() == null ? over.reported(-1, ended.seconds(), null, null) : over);
        });
        Set<UUID> caller = draft.customer().map(leg -> Set.of(leg.id())).orElse(Set.of());
        Optional<Leg> gone = draft.customer().filter(Leg::isOver);
        switch (draft.stage()) {
            case TALKING -> {
                draft.reply(new Reply.Over());
                draft.end(new Ending(Outcome.ANSWERED, EndReason.AGENT_LEFT, null), caller);
            }
            case FORWARDED, UNANSWERED -> {
                if (ended.bridged()) {
                    draft.call(call -> call.answered(begun(draft, ended)));
                    draft.reply(new Reply.Over());
                    EndReason who = gone.isPresent() ? EndReason.CUSTOMER_LEFT : EndReason.AGENT_LEFT;
                    draft.end(new Ending(Outcome.ANSWERED, who, null), caller);
                } else if (gone.isPresent()) {
                    callerIsGone(draft, gone.get());
                    draft.reply(afterwards(draft.call()));
                } else if (ended.status() == LegStatus.CANCELED) {
                    draft.reply(new Reply.Over());
                    draft.end(new Ending(Outcome.ABANDONED, EndReason.CUSTOMER_LEFT, null), caller);
                } else {
                    notTaken(draft, caller);
                }
            }
            case ENDED -> draft.reply(afterwards(draft.call()));
            case OFFERED, CLAIMED, AWAITING_AGENT, DIALING -> draft.reply(new Reply.Over());
        }
    }

    /// When the two began to speak, of whose beginning nobody has heard.
    private static Instant begun(Draft draft, ForwardEnded ended) {
        Instant spoken = draft.now().minusSeconds(Objects.requireNonNullElse(ended.seconds(), 0));
        Instant created = draft.call().times().created();
        return spoken.isBefore(created) ? created : spoken;
    }

    private static Reply afterwards(Call call) {
        boolean missed = call.ending() != null && call.ending().outcome() == Outcome.MISSED;
        return missed ? new Say(Sentence.NOBODY_AVAILABLE) : new Reply.Over();
    }

    /// The phone is busy, off, or nobody has pressed the key.
    private static void notTaken(Draft draft, Set<UUID> caller) {
        Ending ending = Objects.requireNonNullElse(
                draft.call().ending(), new Ending(Outcome.MISSED, EndReason.NOBODY_ANSWERED, null));
        Optional<Leg> customer = draft.customer();
        if (draft.call().terms().unanswered() == Unanswered.VOICEMAIL && customer.isPresent()) {
            draft.call(call -> call.at(Stage.UNANSWERED).bound(ending));
            draft.reply(new Reply.LeaveMessage(customer.get().id()));
        } else {
            draft.reply(new Say(Sentence.NOBODY_AVAILABLE));
            draft.end(ending, caller);
        }
    }

    /// Follows from the customer's leg, so that the same question gets the same answer.
    private static UUID phoneLegId(UUID customerLegId) {
        return new UUID(customerLegId.getMostSignificantBits(), customerLegId.getLeastSignificantBits() ^ 1L);
    }
}
