package org.patchbay.calls.machine;

import java.util.Locale;

/// Where a call is in its life, which says what may happen next. Finer than its [CallStatus].
///
/// ```
/// inbound    OFFERED ⇄ CLAIMED → TALKING → ENDED
///               └──────────┴──→ UNANSWERED → ENDED        FORWARDED → ENDED
/// outbound   AWAITING_AGENT → DIALING → TALKING → ENDED
/// ```
///
/// Whatever waits for somebody has a timer that moves it on or asks Twilio, so that no call waits for news that
/// was lost. Only [#TALKING] has none: people may speak for as long as they like, and reconciliation looks
/// after them.
public enum Stage {
    /// Rings on desks. The caller hears music.
    OFFERED,
    /// Somebody has taken it, and their leg is on its way.
    CLAIMED,
    /// Nobody took it: what the number has for that is under way.
    UNANSWERED,
    /// Goes on to a phone.
    FORWARDED,
    /// We call: our own leg is on its way.
    AWAITING_AGENT,
    /// We call: the customer's phone is being rung.
    DIALING,
    /// Both are there.
    TALKING,
    /// Nothing more comes of it. Legs may still have to be ended.
    ENDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Stage of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
