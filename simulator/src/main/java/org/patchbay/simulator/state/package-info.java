/// What outlives the process: accounts, keys, numbers, applications, services, with their SIDs.
@NullMarked
package org.patchbay.simulator.state;

import org.jspecify.annotations.NullMarked;
