/// The one way by which calls are written: whatever webhooks, members, timers and Twilio say of them is
/// gathered, decided by the machine and committed, many at a time, before anybody is answered.
@NullMarked
package org.patchbay.calls.ingest;

import org.jspecify.annotations.NullMarked;
