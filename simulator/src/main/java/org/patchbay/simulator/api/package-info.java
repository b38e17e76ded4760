/// The front door of the REST API: authentication, limits, faults, pages, then the resource.
@NullMarked
package org.patchbay.simulator.api;

import org.jspecify.annotations.NullMarked;
