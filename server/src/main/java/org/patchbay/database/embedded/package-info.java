/// A real PostgreSQL beside the server, its data kept between runs: unpacked, made, started, found again
/// after a crash, and stopped.
@NullMarked
package org.patchbay.database.embedded;

import org.jspecify.annotations.NullMarked;
