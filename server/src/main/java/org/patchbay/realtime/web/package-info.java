/// The event socket's handshake, and its connections in Tomcat.
@NullMarked
package org.patchbay.realtime.web;

import org.jspecify.annotations.NullMarked;
