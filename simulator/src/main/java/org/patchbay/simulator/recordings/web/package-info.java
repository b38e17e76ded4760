/// The REST resources of recordings, their media and their transcriptions.
@NullMarked
package org.patchbay.simulator.recordings.web;

import org.jspecify.annotations.NullMarked;
