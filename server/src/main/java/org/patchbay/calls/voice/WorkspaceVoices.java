package org.patchbay.calls.voice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.calls.CallSettings;
import org.patchbay.calls.UnansweredCall;
import org.patchbay.calls.sounds.Sound;
import org.patchbay.calls.sounds.WaitingSounds;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.twilio.Spoken;
import org.patchbay.twilio.VoiceTwiml;
import org.patchbay.workspaces.Workspace;
import org.patchbay.workspaces.Workspaces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// How the bound workspace speaks to callers. Kept for some seconds: every caller asks, and it hardly changes.
@Component
class WorkspaceVoices {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private record Kept(Answers answers, Instant until) {}

    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();
    private final Workspaces workspaces;
    private final CallSettings settings;
    private final WaitingSounds sounds;
    private final Transactions transactions;
    private final UnansweredCall unanswered;
    private final Clock clock;

    WorkspaceVoices(
            Workspaces workspaces,
            CallSettings settings,
            WaitingSounds sounds,
            Transactions transactions,
            ObjectProvider<UnansweredCall> unanswered,
            Clock clock) {
        this.workspaces = workspaces;
        this.settings = settings;
        this.sounds = sounds;
        this.transactions = transactions;
        this.unanswered = unanswered.getIfAvailable(() -> WorkspaceVoices::nobodyIsThere);
        this.clock = clock;
    }

    /// While nobody has voicemail.
    private static String nobodyIsThere(UnansweredCall.Waiting caller) {
        return VoiceTwiml.sayAndHangUp(Spoken.of(Answers.nobodyAvailable(caller.workspaceName())));
    }

    Answers get() {
        UUID workspaceId = Tenancy.workspaceId();
        Kept known = kept.get(workspaceId);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.answers();
        }
        Answers read = transactions.read(() -> read(workspaceId));
        kept.put(workspaceId, new Kept(read, clock.instant().plus(KEPT)));
        return read;
    }

    private Answers read(UUID workspaceId) {
        Workspace workspace = workspaces.get();
        return new Answers(
                workspaceId,
                workspace.name(),
                settings.get().notice(),
                sounds.address(Sound.HOLD_MUSIC),
                sounds.address(Sound.ringingIn(workspace.country())),
                unanswered);
    }
}
