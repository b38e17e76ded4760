package org.patchbay.simulator.recordings.web;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Request;

/// A part of a file that was asked for (RFC 9110 §14): one range of bytes, or the whole.
///
/// @param first of the bytes, or -1 for the last `last` of them
/// @param last inclusive; -1 for the end
record ByteRange(boolean asked, long first, long last) {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// What cannot be read is ignored, as the RFC demands.
    static ByteRange of(Request request) {
        var match = RANGE.matcher(request.header("range").orElse(""));
        if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
            return new ByteRange(false, 0, -1);
        }
        return new ByteRange(true, number(match.group(1)), number(match.group(2)));
    }

    Answer answer(String contentType, byte[] file) {
        if (!asked) {
            return Answer.of(200, contentType, file).with("Accept-Ranges", "bytes");
        }
        long from = first < 0 ? Math.max(0, file.length - last) : first;
        long to = first < 0 || last < 0 ? file.length - 1 : Math.min(last, file.length - 1);
        if (from > to) {
            return Answer.empty(416).with("Content-Range", "bytes */" + file.length);
        }
        return Answer.of(206, contentType, Arrays.copyOfRange(file, (int) from, (int) to + 1))
                .with("Accept-Ranges", "bytes")
                .with("Content-Range", "bytes " + from + "-" + to + "/" + file.length);
    }

    private static long number(String text) {
        return text.isEmpty() ? -1 : Long.parseLong(text);
    }
}
