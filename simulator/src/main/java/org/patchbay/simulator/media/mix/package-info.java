/// Who hears whom: the mixer, its rooms, and what is played into a leg.
@NullMarked
package org.patchbay.simulator.media.mix;

import org.jspecify.annotations.NullMarked;
