/// Accounts, subaccounts, tokens and API keys, and who may do what.
@NullMarked
package org.patchbay.simulator.accounts;

import org.jspecify.annotations.NullMarked;
