/// Requests from Twilio to the customer: signed, timed, retried, followed, remembered.
@NullMarked
package org.patchbay.simulator.webhooks;

import org.jspecify.annotations.NullMarked;
