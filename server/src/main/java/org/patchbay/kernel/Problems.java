package org.patchbay.kernel;

import java.util.List;

/// The problem types that no single feature owns. Each feature lists its own beside itself;
/// `docs/problems.md` lists all.
public final class Problems {

    public static final ProblemType BAD_REQUEST = new ProblemType("bad-request", 400, "Not understood");
    public static final ProblemType INVALID = new ProblemType("invalid", 400, "Some fields are not right");
    public static final ProblemType SIGN_IN_REQUIRED = new ProblemType("sign-in-required", 401, "Sign in first");
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "Not allowed for this role");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "Not found");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", 405, "This address does not do that");
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", 406, "Only JSON is answered here");
    public static final ProblemType CONFLICT =
            new ProblemType("conflict", 409, "Somebody else changed it at the same moment");
    public static final ProblemType TOO_LARGE = new ProblemType("too-large", 413, "The request is too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", 415, "Only JSON is read here");
    public static final ProblemType INTERNAL = new ProblemType("internal", 500, "Our fault");
    public static final ProblemType UNAVAILABLE = new ProblemType("unavailable", 503, "Not reachable at the moment");

    private Problems() {}

    /// All types of this class, for the catalogue that the documentation is checked against.
    public static List<ProblemType> all() {
        return List.of(
                BAD_REQUEST,
                INVALID,
                SIGN_IN_REQUIRED,
                FORBIDDEN,
                NOT_FOUND,
                METHOD_NOT_ALLOWED,
                NOT_ACCEPTABLE,
                CONFLICT,
                TOO_LARGE,
                UNSUPPORTED_MEDIA_TYPE,
                INTERNAL,
                UNAVAILABLE);
    }

    /// A thing that is not there, or that the caller may not know of: both read the same.
    ///
    /// @param what as in "member" or "API key"
    public static Problem notFound(String what) {
        return NOT_FOUND.because("There is no such " + what + " in this workspace.");
    }

    public static Problem invalid(String field, String message) {
        return INVALID.because("Check the field " + field + ".").at(field, message);
    }
}
