/// The desk as people have it in front of them: Chromium on a real server, timed inside the page.
@NullMarked
package org.patchbay.benchmarks.desk;

import org.jspecify.annotations.NullMarked;
