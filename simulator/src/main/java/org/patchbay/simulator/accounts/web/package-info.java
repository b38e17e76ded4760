/// The REST resources of accounts, keys and auth tokens.
@NullMarked
package org.patchbay.simulator.accounts.web;

import org.jspecify.annotations.NullMarked;
