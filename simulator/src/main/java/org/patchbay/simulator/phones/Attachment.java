package org.patchbay.simulator.phones;

/// A file that somebody's phone sends, or gets, with a text.
public record Attachment(String contentType, byte[] content) {}
