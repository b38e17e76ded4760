/// The HTTP side of contacts.
@NullMarked
package org.patchbay.contacts.web;

import org.jspecify.annotations.NullMarked;
