/// Contacts out of a file: what its columns mean, who in it is known already, and what is written at once.
@NullMarked
package org.patchbay.contacts.importing;

import org.jspecify.annotations.NullMarked;
