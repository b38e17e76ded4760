package org.patchbay.security;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id with the parameters that OWASP recommends first: 19 MiB, two passes, one lane
/// ([Password Storage Cheat Sheet](https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html)).
@Component
class Passwords {

    private static final int MEMORY_KIB = 19 * 1024;

    /// Compared with where there is no account, so that the answer takes as long: a hash by the same parameters of
    /// what nobody was told. To make one at each start would take half a second.
    static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$y7tuIeohlQuICGF9YT04Gg$PLrg1c67YohffqgeP3RL67KvNOrDA2uU1r3STScE42I";

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2);

    /// Hashing is slow on purpose. A crowd at the door must not take all processors and memory from calls.
    private final Semaphore atOnce =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

    String hash(String password) {
        return limited(() -> encoder.encode(password));
    }

    /// @param hash null where there is no account or no password yet: never matches, after the same time
    boolean matches(String password, @Nullable String hash) {
        boolean matches = limited(() -> encoder.matches(password, hash == null ? NOBODYS : hash));
        return matches && hash != null;
    }

    private <T> T limited(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
