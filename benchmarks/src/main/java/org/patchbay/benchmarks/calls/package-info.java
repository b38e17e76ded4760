/// How many of Twilio's deliveries about calls one node takes, durable before each is answered, and how many
/// members may reach for one call at once. The server, PostgreSQL and the load are processes of their own.
@NullMarked
package org.patchbay.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
