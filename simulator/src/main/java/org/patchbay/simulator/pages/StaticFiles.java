package org.patchbay.simulator.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.simulator.http.Answer;

/// The pages' own files, read once from the jar. Only what is listed here exists.
final class StaticFiles {

    private static final List<String> ASSETS = List.of(
            "tokens.css",
            "page.css",
            "handset.css",
            "inspector.css",
            "frame.js",
            "api.js",
            "dom.js",
            "words.js",
            "icon.svg",
            "phones.js",
            "handset.js",
            "keypad.js",
            "sound.js",
            "soundbar.js",
            "tones.js",
            "transcript.js",
            "sidelists.js",
            "inspector.js",
            "entries.js",
            "entryparts.js",
            "xml.js",
            "debugger.js");

    private final Map<String, Answer> byPath = new HashMap<>();

    StaticFiles() {
        byPath.put("/", load("phones.html"));
        byPath.put("/inspector", load("inspector.html"));
        byPath.put("/favicon.ico", load("icon.svg"));
        ASSETS.forEach(name -> byPath.put("/assets/" + name, load(name)));
    }

    Optional<Answer> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private static Answer load(String name) {
        try (InputStream in = StaticFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no page file " + name);
            }
            return Answer.of(200, type(name), in.readAllBytes())
                    .with("Cache-Control", "no-cache")
                    .with("X-Content-Type-Options", "nosniff")
                    .with("Referrer-Policy", "no-referrer")
                    .with("Content-Security-Policy", "default-src 'self'; base-uri 'none'; frame-ancestors 'none'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("no content type for " + name);
        };
    }
}
