/// Jobs over a real database, with a clock that is turned.
@NullMarked
package org.patchbay.database.jobs;

import org.jspecify.annotations.NullMarked;
