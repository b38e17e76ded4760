package org.patchbay.simulator.forks;

/// How a call is to be transcribed while it lasts.
///
/// @param callbackUrl absolute, or empty
/// @param track `inbound_track`, `outbound_track` or `both_tracks`
/// @param engine `google` or `deepgram`
public record TranscriptionPlan(
        String callbackUrl,
        String callbackMethod,
        String languageCode,
        String track,
        String engine,
        boolean partialResults) {

    boolean hears(String oneTrack) {
        return track.equals("both_tracks") || track.equals(oneTrack);
    }
}
