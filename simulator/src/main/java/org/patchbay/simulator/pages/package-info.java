/// The phones page and the inspector, and the small HTTP API below `/simulator` that drives them. Nothing
/// here is Twilio's.
@NullMarked
package org.patchbay.simulator.pages;

import org.jspecify.annotations.NullMarked;
