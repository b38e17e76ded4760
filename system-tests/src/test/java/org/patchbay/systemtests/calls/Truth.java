package org.patchbay.systemtests.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;

/// How the calls of an account really stand.
///
/// @param legs of each call that ever was, its SID and status
record Truth(String accountSid, Set<String> legs) {

    private static final Duration A_TEST = Duration.ofHours(1);
    private static final int MOST = 10_000;

    static Truth at(TwilioSimulator simulator, TwilioLogin login) {
        return new Truth(
                login.sid(),
                login.at(simulator.url()).calls().startedSince(Instant.now().minus(A_TEST), MOST).stream()
                        .map(call -> call.sid() + " " + call.status())
                        .collect(Collectors.toSet()));
    }

    /// Legs that stand otherwise in that database, and calls that either has alone.
    Set<String> differences(Ledger ledger) {
        Set<String> here = new HashSet<>();
        ledger.rows("""
                        select leg.twilio_call_sid, leg.status from call_legs leg
                        join workspace_twilio_config account using (workspace_id)
                        where leg.twilio_call_sid is not null and account.account_sid = '%s'""".formatted(accountSid)).forEach(leg -> here.add(String.join(" ", leg)));
        Set<String> all = new TreeSet<>(here);
        all.addAll(legs);
        all.removeIf(leg -> here.contains(leg) && legs.contains(leg));
        return all;
    }

    /// As [#differences], but for those that the database never heard of: the phone of a call that was forwarded and
    /// over while no server was there.
    Set<String> wrong(Ledger ledger) {
        Set<String> wrong = differences(ledger);
        wrong.removeAll(legs);
        return wrong;
    }
}
