/// The installation's settings: read once from `PATCHBAY_…` variables, all mistakes reported together.
@NamedInterface("settings")
@NullMarked
package org.patchbay.kernel.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
