package org.patchbay.http;

/// A route whose bodies may be larger than others. A feature declares it as a bean.
///
/// @param path of the request, as it is sent
/// @param bytes at most
public record BodyAllowance(String path, long bytes) {}
