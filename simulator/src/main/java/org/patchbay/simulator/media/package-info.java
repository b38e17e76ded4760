/// Real call audio in pure Java: browsers reach it over WebRTC, and every leg meets in one mixer.
@NullMarked
package org.patchbay.simulator.media;

import org.jspecify.annotations.NullMarked;
