/// What was delivered, over HTTP.
@NullMarked
package org.patchbay.webhooks.web;

import org.jspecify.annotations.NullMarked;
