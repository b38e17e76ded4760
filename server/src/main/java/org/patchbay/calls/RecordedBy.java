package org.patchbay.calls;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.twilio.AccountRecordings.Recorded;

/// What of a call Twilio records: its conference; of a forwarded one, which is in none even where it was in one before,
/// the customer's leg.
///
/// @param customerSid of the customer's leg; null until it is known
/// @param conferenceSid null until it is known, and for a call that never was in one
public record RecordedBy(
        @Nullable String customerSid, @Nullable String conferenceSid) {

    /// What is recorded while the call stands so.
    ///
    /// @return empty where there is nothing yet that could be
    public Optional<Recorded> now(boolean inConference) {
        return inConference
                ? Optional.ofNullable(conferenceSid).map(Recorded.OfConference::new)
                : Optional.ofNullable(customerSid).map(Recorded.OfCall::new);
    }

    /// Whether a recording of that is one of this call, of however it stood then.
    public boolean has(Recorded recorded) {
        return switch (recorded) {
            case Recorded.OfCall(String sid) -> sid.equals(customerSid);
            case Recorded.OfConference(String sid) -> sid.equals(conferenceSid);
        };
    }
}
