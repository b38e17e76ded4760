/// Text to speech, so that a Say verb can be heard.
@NullMarked
package org.patchbay.simulator.media.speech;

import org.jspecify.annotations.NullMarked;
