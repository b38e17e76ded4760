package org.patchbay.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.Secret;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/// Serves the desk: its hashed assets for ever, and for every other address the one page, whose router
/// knows what is meant. Compressed files lie beside the plain ones (`.br`, `.gz`), made by the build.
@Component
class DeskPages implements HttpRequestHandler {

    private static final String NONCE_MARK = "__CSP_NONCE__";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private record Encoding(String name, String suffix) {}

    private static final List<Encoding> ENCODINGS = List.of(new Encoding("br", ".br"), new Encoding("gzip", ".gz"));

    private final DeskFiles files;
    private final DeskPolicy policy;
    private final ProblemWriter problems;

    DeskPages(DeskFiles files, DeskPolicy policy, ProblemWriter problems) {
        this.files = files;
        this.policy = policy;
        this.problems = problems;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(1);
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads || path.startsWith("api/") || path.equals("api")) {
            problems.write(request, response, Problems.NOT_FOUND.because("There is nothing at this address."));
        } else if (path.contains(".") || path.startsWith("assets/")) {
            file(path, request, response);
        } else {
            page(request, response);
        }
    }

    private void file(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<byte[]> plain = path.equals("index.html") || isCompressed(path) ? Optional.empty() : files.read(path);
        if (plain.isEmpty()) {
            problems.write(request, response, Problems.NOT_FOUND.because("There is no such file."));
            return;
        }
        response.setContentType(
                TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream"));
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "public, no-cache");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        byte[] body = compressed(path, request, response).orElse(plain.get());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Optional<byte[]> compressed(String path, HttpServletRequest request, HttpServletResponse response) {
        String accepted = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                .orElse("");
        for (Encoding encoding : ENCODINGS) {
            Optional<byte[]> body =
                    accepted.contains(encoding.name()) ? files.read(path + encoding.suffix()) : Optional.empty();
            if (body.isPresent()) {
                response.setHeader(HttpHeaders.CONTENT_ENCODING, encoding.name());
                return body;
            }
        }
        return Optional.empty();
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<byte[]> index = files.read("index.html");
        if (index.isEmpty()) {
            problems.write(
                    request,
                    response,
                    Problems.NOT_FOUND.because("The desk was not built. Run ./run, or npm run build in web/."));
            return;
        }
        String nonce = Secret.random();
        response.setContentType("text/html; charset=utf-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", policy.forPage(nonce));
        response.getOutputStream()
                .write(new String(index.get(), StandardCharsets.UTF_8)
                        .replace(NONCE_MARK, nonce)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isCompressed(String path) {
        return ENCODINGS.stream().anyMatch(encoding -> path.endsWith(encoding.suffix()));
    }
}
