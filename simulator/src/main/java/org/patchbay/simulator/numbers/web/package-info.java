/// The REST resources of numbers, applications and caller ids.
@NullMarked
package org.patchbay.simulator.numbers.web;

import org.jspecify.annotations.NullMarked;
