/// How many desks one node holds: heap per idle socket, and how fast an event reaches all of them.
@NullMarked
package org.patchbay.benchmarks.realtime;

import org.jspecify.annotations.NullMarked;
