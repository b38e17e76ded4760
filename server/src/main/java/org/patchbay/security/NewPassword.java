package org.patchbay.security;

import org.patchbay.kernel.Problems;

/// What a new password must be: long. Rules about its letters only make people write it down
/// ([NIST SP 800-63B](https://pages.nist.gov/800-63-3/sp800-63b.html#memsecret) §5.1.1.2).
public final class NewPassword {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 200;

    private NewPassword() {}

    /// @throws org.patchbay.kernel.Problem 400 `invalid` at the field `password`
    static void check(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Problems.invalid("password", "must have " + SHORTEST + " to " + LONGEST + " characters");
        }
    }
}
