/// The Patchbay server: one deployable, a package per feature.
@NullMarked
package org.patchbay;

import org.jspecify.annotations.NullMarked;
