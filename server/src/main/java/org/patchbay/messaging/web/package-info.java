/// Texts over HTTP.
@NullMarked
package org.patchbay.messaging.web;

import org.jspecify.annotations.NullMarked;
