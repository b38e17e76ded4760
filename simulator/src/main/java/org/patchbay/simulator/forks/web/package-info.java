/// The REST resources of real-time transcriptions and streams.
@NullMarked
package org.patchbay.simulator.forks.web;

import org.jspecify.annotations.NullMarked;
