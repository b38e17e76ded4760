package org.patchbay.kernel.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// This handler works inside a workspace, for a [Caller.InWorkspace] whose role holds the permission.
/// Each handler method carries exactly one of [Requires], [SignedIn] and [Open]; without one it answers nobody.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    Permission value();
}
