/// Queues, the Enqueue and Leave verbs, and dialling the front of a queue.
@NullMarked
package org.patchbay.simulator.queues;

import org.jspecify.annotations.NullMarked;
