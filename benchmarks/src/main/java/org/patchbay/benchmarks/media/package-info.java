/// What a leg of call audio costs, and whether the mixer keeps time under load.
@NullMarked
package org.patchbay.benchmarks.media;

import org.jspecify.annotations.NullMarked;
