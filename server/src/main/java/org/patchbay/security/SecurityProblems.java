package org.patchbay.security;

import java.util.List;
import org.patchbay.kernel.ProblemType;

/// What the door refuses.
public final class SecurityProblems {

    public static final ProblemType SIGN_IN_REFUSED = new ProblemType("sign-in-refused", 401, "That does not match");
    public static final ProblemType TOO_MANY_ATTEMPTS = new ProblemType("too-many-attempts", 429, "Too many attempts");
    public static final ProblemType WRONG_PASSWORD =
            new ProblemType("wrong-password", 403, "The current password does not match");
    public static final ProblemType CSRF_TOKEN_WRONG =
            new ProblemType("csrf-token-wrong", 403, "The page is out of date");
    public static final ProblemType ORIGIN_REFUSED =
            new ProblemType("origin-refused", 403, "This page may not call here");
    public static final ProblemType SIGN_UP_CLOSED = new ProblemType("sign-up-closed", 403, "Sign-up is closed");
    public static final ProblemType EMAIL_TAKEN = new ProblemType("email-taken", 409, "This address has an account");
    public static final ProblemType WORKSPACE_REQUIRED = new ProblemType("workspace-required", 400, "Which workspace?");
    public static final ProblemType MEMBER_ELSEWHERE =
            new ProblemType("member-elsewhere", 409, "A member of other workspaces too");

    private SecurityProblems() {}

    public static List<ProblemType> all() {
        return List.of(
                SIGN_IN_REFUSED,
                TOO_MANY_ATTEMPTS,
                WRONG_PASSWORD,
                CSRF_TOKEN_WRONG,
                ORIGIN_REFUSED,
                SIGN_UP_CLOSED,
                EMAIL_TAKEN,
                WORKSPACE_REQUIRED,
                MEMBER_ELSEWHERE);
    }
}
