/// Signing in, sessions, API keys and the audit log over HTTP.
@NullMarked
package org.patchbay.security.web;

import org.jspecify.annotations.NullMarked;
