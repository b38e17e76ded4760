/// Who is calling and what they may do: roles, permissions, and how a controller says what it needs.
/// Here, and not in `security`, so that every feature's `web` can say it without a circle.
@NamedInterface("access")
@NullMarked
package org.patchbay.kernel.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
