/// What people do at the desk, in a browser.
@NullMarked
package org.patchbay.systemtests.desk;

import org.jspecify.annotations.NullMarked;
