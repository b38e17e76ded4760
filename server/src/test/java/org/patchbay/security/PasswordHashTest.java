package org.patchbay.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

    private final Passwords passwords = new Passwords();

    @Test
    void whoHasNoAccountIsComparedAtTheCostOfThoseWhoHaveOne() {
        String somebodys = passwords.hash("a long password");

        assertThat(passwords.matches("a long password", somebodys)).isTrue();
        assertThat(cost(Passwords.NOBODYS)).isEqualTo(cost(somebodys)).contains("$m=19456,t=2,p=1");
        assertThat(Passwords.NOBODYS).hasSameSizeAs(somebodys);
        assertThat(passwords.matches("a long password", null)).isFalse();
    }

    /// What stands before salt and hash.
    private static String cost(String hash) {
        return hash.substring(0, hash.indexOf('$', hash.indexOf("p=")));
    }
}
