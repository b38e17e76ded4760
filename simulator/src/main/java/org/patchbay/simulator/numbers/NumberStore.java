package org.patchbay.simulator.numbers;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.simulator.rest.Store;

/// Bought numbers, findable by number over all accounts, with the applications and caller ids.
public final class NumberStore {

    private final Store<IncomingPhoneNumber> numbers = new Store<>();
    private final Store<TwimlApplication> applications = new Store<>();
    private final Store<CallerId> callerIds = new Store<>();
    private final Map<String, String> sidByNumber = new ConcurrentHashMap<>();

    public Store<TwimlApplication> applications() {
        return applications;
    }

    public Store<CallerId> callerIds() {
        return callerIds;
    }

    /// Read only; write through [#put] and [#release].
    public Store<IncomingPhoneNumber> numbers() {
        return numbers;
    }

    /// Adds or replaces a number.
    ///
    /// @return false when somebody else has the number already
    public boolean put(IncomingPhoneNumber number) {
        String owner = sidByNumber.putIfAbsent(number.phoneNumber(), number.sid());
        if (owner != null && !owner.equals(number.sid())) {
            return false;
        }
        numbers.put(number);
        return true;
    }

    public void release(IncomingPhoneNumber number) {
        sidByNumber.remove(number.phoneNumber(), number.sid());
        numbers.remove(number.sid());
    }

    public Optional<IncomingPhoneNumber> byNumber(String phoneNumber) {
        return Optional.ofNullable(sidByNumber.get(phoneNumber)).flatMap(numbers::find);
    }

    /// Whether the account may show the number as its own: bought or verified.
    public boolean mayCallFrom(String accountSid, String phoneNumber) {
        return byNumber(phoneNumber)
                        .filter(n -> n.accountSid().equals(accountSid))
                        .isPresent()
                || callerIds
                        .newestFirst(accountSid)
                        .anyMatch(id -> id.phoneNumber().equals(phoneNumber));
    }

    /// The voice settings in force for a number: its application's, when it has one.
    public VoiceSettings voiceOf(IncomingPhoneNumber number) {
        return applications
                .find(number.accountSid(), number.voiceApplicationSid())
                .map(TwimlApplication::voice)
                .orElse(number.voice());
    }

    /// The SMS settings in force for a number: its application's, when it has one.
    public SmsSettings smsOf(IncomingPhoneNumber number) {
        return applications
                .find(number.accountSid(), number.smsApplicationSid())
                .map(TwimlApplication::sms)
                .orElse(number.sms());
    }
}
