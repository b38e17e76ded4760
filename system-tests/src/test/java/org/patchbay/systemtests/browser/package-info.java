/// Chromium, one for all tests, with contexts that share nothing.
@NullMarked
package org.patchbay.systemtests.browser;

import org.jspecify.annotations.NullMarked;
