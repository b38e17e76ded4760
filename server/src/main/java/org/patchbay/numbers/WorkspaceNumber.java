package org.patchbay.numbers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.StoredProblem;

/// A phone number of the workspace, as the API shows it.
///
/// @param phoneNumber E.164
/// @param friendlyName Twilio's, what somebody called it here, or the workspace's name
/// @param status `active` or `released`
/// @param heldBy of [Connection#ASKS] the SID of the trunk or app; of [Connection#ELSEWHERE] the other
///     workspace's name, for those who are members there
/// @param noAnswerSeconds how long a call rings before the no-answer branch
/// @param forwardTo E.164; null where calls are not forwarded
/// @param noAnswerTo E.164; the phone of [OnNoAnswer#FORWARD]
/// @param whisper whether whoever a call is forwarded to presses a key first
/// @param memberIds who uses it; nobody means everybody
public record WorkspaceNumber(
        UUID id,
        String sid,
        String phoneNumber,
        String friendlyName,
        boolean voice,
        boolean sms,
        boolean mms,
        String status,
        Connection connection,
        List<NumberDifference> differences,
        @Nullable String heldBy,
        @Nullable StoredProblem problem,
        Recording recording,
        int noAnswerSeconds,
        @Nullable String forwardTo,
        OnNoAnswer onNoAnswer,
        @Nullable String noAnswerTo,
        boolean whisper,
        List<UUID> memberIds,
        LastDelivery lastDelivery,
        Instant createdAt,
        Instant updatedAt) {

    /// When Twilio last delivered something for it.
    public record LastDelivery(
            @Nullable Instant voice,
            @Nullable Instant sms,
            @Nullable Instant status) {}

    public boolean active() {
        return status.equals("active");
    }

    WorkspaceNumber heldBy(String workspaceName) {
        return new WorkspaceNumber(
                id,
                sid,
                phoneNumber,
                friendlyName,
                voice,
                sms,
                mms,
                status,
                connection,
                differences,
                workspaceName,
                problem,
                recording,
                noAnswerSeconds,
                forwardTo,
                onNoAnswer,
                noAnswerTo,
                whisper,
                memberIds,
                lastDelivery,
                createdAt,
                updatedAt);
    }
}
