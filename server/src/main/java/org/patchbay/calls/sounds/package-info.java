/// What a caller hears while they wait: ringing and music, made by code, served to Twilio without a signature
/// under paths that nobody can guess.
@NullMarked
package org.patchbay.calls.sounds;

import org.jspecify.annotations.NullMarked;
