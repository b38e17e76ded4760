package org.patchbay.systemtests.audio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// The test runs Twilio's own voice SDK ([VoiceSdk]). Where it is not installed the test is skipped with a
/// loud message; with `CI=true` it fails instead.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(VoiceSdkCondition.class)
public @interface NeedsVoiceSdk {}
