/// What every Twilio REST resource is made of: SIDs, errors with codes, dates, JSON, stores.
@NullMarked
package org.patchbay.simulator.rest;

import org.jspecify.annotations.NullMarked;
