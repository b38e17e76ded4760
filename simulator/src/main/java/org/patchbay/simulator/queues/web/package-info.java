/// The REST resources of queues and their members.
@NullMarked
package org.patchbay.simulator.queues.web;

import org.jspecify.annotations.NullMarked;
