package org.patchbay.simulator.conferences;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.recordings.LiveRecording;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Mix;
import org.patchbay.simulator.sound.Prompt;

/// A live conference: who is in, and what follows when somebody comes or goes. When it starts and ends
/// is decided by [ConferenceRules]. On the mailbox of its account.
public final class Conference {

    private final Telephony telephony;
    private final ConferenceHall hall;
    private final ConferenceSettings settings;
    private final ConferenceReporter reporter;
    private final Mix mix;
    private final Map<String, Participant> participants = new LinkedHashMap<>();
    private ConferenceRecord details;
    private @Nullable LiveRecording recording;

    Conference(Telephony telephony, ConferenceHall hall, ConferenceRecord details, ConferenceSettings settings) {
        this.telephony = telephony;
        this.hall = hall;
        this.settings = settings;
        this.details = details;
        this.reporter = new ConferenceReporter(telephony, settings, details);
        this.mix = telephony.sounds().mix();
        hall.store(details);
    }

    public ConferenceRecord details() {
        return details;
    }

    public boolean isStarted() {
        return details.status().equals("in-progress");
    }

    public Mix mix() {
        return mix;
    }

    ConferenceReporter reporter() {
        return reporter;
    }

    /// Everybody with a seat, those still on the way included, oldest first.
    public List<Participant> participants() {
        return List.copyOf(participants.values());
    }

    List<Participant> present() {
        return participants.values().stream().filter(Participant::isIn).toList();
    }

    /// By the SID of the call or by label.
    public Optional<Participant> find(String callSidOrLabel) {
        return Optional.ofNullable(participants.get(callSidOrLabel))
                .or(() -> participants.values().stream()
                        .filter(participant ->
                                callSidOrLabel.equals(participant.seat().label()))
                        .findFirst());
    }

    /// Reserves a seat for a leg whose call is on its way.
    void expect(Participant participant) {
        participants.put(participant.callSid(), participant);
    }

    /// The call on its way did not come to be.
    void missed(Participant participant) {
        if (participants.remove(participant.callSid()) != null) {
            reporter.left(participant, LeaveReason.PARTICIPANT_ADD_FAILED);
            if (participants.isEmpty()) {
                close(EndReason.LAST_PARTICIPANT_LEFT, null);
            }
        }
    }

    void join(Participant participant) {
        participants.put(participant.callSid(), participant);
        participant.entered();
        reporter.joined(participant);
        if (isStarted()) {
            enter(participant);
            if (participant.seat().beepOnEnter()) {
                beep();
            }
        } else if (ConferenceRules.starts(members())) {
            start();
        } else {
            participant.tune(false);
        }
    }

    private void start() {
        details = details.started(telephony.clock().now());
        hall.store(details);
        present().forEach(this::enter);
        if (present().stream().anyMatch(participant -> participant.seat().beepOnEnter())) {
            beep();
        }
        reporter.started();
        if (settings.recording() != null && recording == null) {
            Leg first = present().getFirst().leg();
            recording = hall.desk().record(first.board(), first.call().sid(), details.sid(), mix, settings.recording());
        }
    }

    private void enter(Participant participant) {
        participant.tune(true);
        mix.add(participant.leg().sound(), part(participant.seat()));
    }

    /// Lets a changed seat be heard.
    ///
    /// @param tune whether what it hears instead of the room is another now
    void seated(Participant participant, boolean tune) {
        if (tune) {
            participant.tune(isStarted());
        }
        mix.change(participant.leg().sound(), part(participant.seat()));
    }

    private Mix.Part part(Seat seat) {
        LegSound coached = seat.coaching() && seat.callSidToCoach() != null
                ? find(seat.callSidToCoach())
                        .map(participant -> participant.leg().sound())
                        .orElse(null)
                : null;
        return new Mix.Part(seat.muted(), seat.held(), coached);
    }

    /// A participant hung up, or was given other instructions.
    void leave(Participant participant, boolean redirected) {
        out(participant, redirected ? LeaveReason.PARTICIPANT_UPDATED_VIA_API : LeaveReason.PARTICIPANT_HUNG_UP, false);
    }

    /// Removed by REST; the leg carries on with what comes after the conference.
    public void kick(Participant participant) {
        out(participant, LeaveReason.PARTICIPANT_UPDATED_VIA_API, true);
        participant.carryOn();
    }

    private void out(Participant participant, LeaveReason reason, boolean kicked) {
        if (participants.remove(participant.callSid()) == null) {
            return;
        }
        detach(participant);
        reporter.left(participant, reason);
        if (isStarted() && participant.seat().beepOnExit()) {
            beep();
        }
        int remaining = participants.size();
        ConferenceRules.afterLeaving(participant.seat().member(), kicked, remaining)
                .ifPresent(why -> end(why, participant, LeaveReason.MODERATOR_ENDED_CONFERENCE));
    }

    /// Ends it for everybody, by REST.
    public void endByRest() {
        end(EndReason.ENDED_VIA_API, null, LeaveReason.CONFERENCE_ENDED_VIA_API);
    }

    private void end(EndReason why, @Nullable Participant ending, LeaveReason forTheOthers) {
        var others = new ArrayList<>(participants.values());
        participants.clear();
        for (var other : others) {
            detach(other);
            reporter.left(other, forTheOthers);
        }
        close(why, ending);
        others.forEach(Participant::carryOn);
    }

    private void close(EndReason why, @Nullable Participant ending) {
        if (recording != null) {
            recording.stop();
        }
        details = details.ended(
                why, ending == null ? null : ending.callSid(), telephony.clock().now());
        hall.store(details);
        hall.closed(this);
        reporter.ended(why, ending);
    }

    private void detach(Participant participant) {
        participant.silence();
        mix.remove(participant.leg().sound());
    }

    private List<ConferenceRules.Member> members() {
        return present().stream()
                .map(participant -> participant.seat().member())
                .toList();
    }

    private void beep() {
        mix.play(new Prompt.Beep(), () -> {});
    }
}
