/// Recordings over HTTP.
@NullMarked
package org.patchbay.recordings.web;

import org.jspecify.annotations.NullMarked;
