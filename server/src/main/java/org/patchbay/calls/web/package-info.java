/// Calls over HTTP.
@NullMarked
package org.patchbay.calls.web;

import org.jspecify.annotations.NullMarked;
