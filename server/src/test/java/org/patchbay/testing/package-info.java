/// What tests share: a real database, a running server, a clock that can be turned.
@NullMarked
package org.patchbay.testing;

import org.jspecify.annotations.NullMarked;
