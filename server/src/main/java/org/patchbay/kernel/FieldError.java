package org.patchbay.kernel;

/// One refused field of a request.
///
/// @param field a path as in `phones[0].number`
/// @param message what would be accepted, as a phrase that reads after the field's name
public record FieldError(String field, String message) {}
