/// The REST resources of messages, their media, and messaging services.
@NullMarked
package org.patchbay.simulator.messages.web;

import org.jspecify.annotations.NullMarked;
