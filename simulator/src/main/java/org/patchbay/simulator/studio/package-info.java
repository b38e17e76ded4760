/// Makes the sound of calls real: what the call engine plays, joins and records goes through the media
/// server.
@NullMarked
package org.patchbay.simulator.studio;

import org.jspecify.annotations.NullMarked;
