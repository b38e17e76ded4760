package org.patchbay.systemtests.audio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/// The test drives a real Chromium: `CHROMIUM`, or one found on the path. Without one it is
/// skipped with a loud message; with `CI=true` it fails instead.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@Isolated("a browser that hears and speaks needs the machine")
@ExtendWith(ChromiumCondition.class)
public @interface NeedsChromium {}
