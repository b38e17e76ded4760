/// A small HTTP server: requests, answers, routes. It knows nothing of Twilio.
@NullMarked
package org.patchbay.simulator.http;

import org.jspecify.annotations.NullMarked;
