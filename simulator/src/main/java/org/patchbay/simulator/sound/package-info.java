/// What legs hear and what is recorded of them: the place where real media is put in.
@NullMarked
package org.patchbay.simulator.sound;

import org.jspecify.annotations.NullMarked;
