/// The REST resources of conferences and participants.
@NullMarked
package org.patchbay.simulator.conferences.web;

import org.jspecify.annotations.NullMarked;
