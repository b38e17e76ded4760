package org.patchbay.kernel;

/// One kind of refusal, stable for programs: `urn:patchbay:problem:<slug>` (RFC 9457).
///
/// @param slug lower case words joined by hyphens; never changes once published
/// @param status the HTTP status it is answered with, 400 to 599
/// @param title the same few words every time; what is particular stands in [Problem#detail()]
public record ProblemType(String slug, int status, String title) {

    public ProblemType {
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*") || status < 400 || status > 599) {
            throw new IllegalArgumentException("not a problem type: " + slug + " " + status);
        }
    }

    public String urn() {
        return "urn:patchbay:problem:" + slug;
    }

    /// A problem of this type, to be thrown.
    ///
    /// @param detail one sentence that a person can act on; no secret, no message body
    public Problem because(String detail) {
        return new Problem(this, detail);
    }
}
