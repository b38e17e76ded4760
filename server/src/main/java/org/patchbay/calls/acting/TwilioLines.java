package org.patchbay.calls.acting;

import java.util.Set;
import java.util.stream.Collectors;
import org.patchbay.database.Tenancy;
import org.patchbay.twilio.AccountCalls;
import org.patchbay.twilio.AccountConferences;
import org.patchbay.twilio.AccountConferences.Participant;
import org.patchbay.twilio.AccountRecordings;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.twilio.TwilioProblems;
import org.patchbay.twilio.WebhookBase;
import org.patchbay.twilio.WebhookUrls;
import org.patchbay.twilio.WorkspaceAccounts;
import org.springframework.stereotype.Component;

/// The bound workspace's Twilio account, for calls.
@Component
class TwilioLines {

    private final WorkspaceAccounts accounts;
    private final WebhookBase base;

    TwilioLines(WorkspaceAccounts accounts, WebhookBase base) {
        this.accounts = accounts;
        this.base = base;
    }

    AccountCalls calls() {
        return account().calls();
    }

    AccountConferences conferences() {
        return account().conferences();
    }

    AccountRecordings recordings() {
        return account().recordings();
    }

    /// Which Twilio calls are in a conference: none where there is none.
    ///
    /// @param room its name or SID
    Set<String> sidsIn(String room) {
        return conferences().participants(room).stream()
                .map(Participant::callSid)
                .collect(Collectors.toSet());
    }

    /// Where Twilio reaches us now: also while the numbers still say the address before.
    WebhookUrls urls() {
        TwilioConfig config = accounts.config();
        return new WebhookUrls(
                base.of(config.environment()).or(config::baseUrl).orElseThrow(TwilioProblems::notConfigured),
                Tenancy.workspaceId());
    }

    private TwilioAccount account() {
        return accounts.of(accounts.config());
    }
}
