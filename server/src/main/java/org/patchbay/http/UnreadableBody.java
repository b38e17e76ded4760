package org.patchbay.http;

import java.util.stream.Collectors;
import org.patchbay.kernel.FieldError;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says what is wrong with a body that is no JSON, or not the JSON that was expected, without repeating it.
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem describe(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                Problems.INVALID
                        .because("There is a field that nobody reads here: check its spelling.")
                        .at(path(unknown), "is not a field of this request");
            case DatabindException mismatch ->
                path(mismatch).isEmpty()
                        ? Problems.BAD_REQUEST.because("The body must be a JSON object.")
                        : Problems.INVALID
                                .because("Check: " + path(mismatch) + ".")
                                .with(java.util.List.of(new FieldError(path(mismatch), "has the wrong form")));
            case JacksonException malformed -> Problems.BAD_REQUEST.because("The body is not well-formed JSON.");
            case null, default -> Problems.BAD_REQUEST.because("The body could not be read. Send a JSON object.");
        };
    }

    private static String path(JacksonException exception) {
        return exception.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
