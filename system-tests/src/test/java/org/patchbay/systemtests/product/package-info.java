/// The started product, what stands between it and a browser, and a program that calls its API.
@NullMarked
package org.patchbay.systemtests.product;

import org.jspecify.annotations.NullMarked;
