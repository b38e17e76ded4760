/// The Twilio set-up over HTTP.
@NullMarked
package org.patchbay.provisioning.web;

import org.jspecify.annotations.NullMarked;
