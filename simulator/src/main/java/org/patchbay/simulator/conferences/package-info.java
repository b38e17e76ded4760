/// Conferences and their participants, by Twilio's exact rules for start and end.
@NullMarked
package org.patchbay.simulator.conferences;

import org.jspecify.annotations.NullMarked;
