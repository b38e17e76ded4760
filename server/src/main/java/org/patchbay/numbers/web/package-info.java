/// The numbers over HTTP.
@NullMarked
package org.patchbay.numbers.web;

import org.jspecify.annotations.NullMarked;
