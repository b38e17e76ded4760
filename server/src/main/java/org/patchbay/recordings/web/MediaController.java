package org.patchbay.recordings.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.recordings.Playback;
import org.patchbay.twilio.RecordingMedia;
import org.patchbay.twilio.RecordingMedia.Format;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A recording's sound, passed on as it comes.
@RestController
class MediaController {

    private final Playback playback;

    MediaController(Playback playback) {
        this.playback = playback;
    }

    @GetMapping("/api/recordings/{recordingId}/media")
    @Requires(Permission.CALLS_READ)
    void media(
            Caller.InWorkspace caller,
            @PathVariable UUID recordingId,
            @RequestParam(defaultValue = "mp3") @Pattern(regexp = "mp3|wav", message = "must be mp3 or wav")
                    String format,
            @RequestHeader(name = "Range", required = false) @Nullable String range,
            HttpServletResponse response)
            throws IOException {
        Format wanted = format.equals("wav") ? Format.WAV : Format.MP3;
        try (RecordingMedia media = playback.open(caller, recordingId, wanted, range)) {
            response.setStatus(media.status());
            boolean mp3 = media.contentType().contains("mpeg");
            response.setContentType(mp3 ? "audio/mpeg" : "audio/wav");
            response.setHeader(
                    "Content-Disposition", "inline; filename=\"" + recordingId + (mp3 ? ".mp3" : ".wav") + "\"");
            response.setHeader("Accept-Ranges", "bytes");
            response.setHeader("Cache-Control", "private, max-age=300");
            response.setHeader("X-Content-Type-Options", "nosniff");
            media.length().ifPresent(response::setContentLengthLong);
            media.contentRange().ifPresent(part -> response.setHeader("Content-Range", part));
            media.body().transferTo(response.getOutputStream());
        }
    }
}
