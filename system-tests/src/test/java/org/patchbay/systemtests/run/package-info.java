/// What `./run` promises whoever starts and stops it, however they stop it.
@NullMarked
package org.patchbay.systemtests.run;

import org.jspecify.annotations.NullMarked;
