/// What follows from what: a call, something that happened, and the time in; the call afterwards and what to
/// do about it out. Pure: no database, no Twilio, no clock.
@NullMarked
package org.patchbay.calls.machine;

import org.jspecify.annotations.NullMarked;
