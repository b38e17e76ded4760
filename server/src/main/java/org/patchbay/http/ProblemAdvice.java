package org.patchbay.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.NotAMember;
import org.patchbay.kernel.FieldError;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Turns whatever goes wrong in a request into problem details. What is not expected here is our fault:
/// it is logged whole and told as nothing but that.
@RestControllerAdvice
@Order(0)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemBody> problem(Problem problem, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        problem.retryAfter().ifPresent(delay -> headers.set(HttpHeaders.RETRY_AFTER, ProblemWriter.seconds(delay)));
        return new ResponseEntity<>(
                ProblemBody.of(problem, RequestIdFilter.of(request)),
                headers,
                problem.type().status());
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> notAMember(NotAMember notAMember, HttpServletRequest request) {
        return problem(Problems.NOT_FOUND.because("There is no such workspace among yours."), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> fields(MethodArgumentNotValidException refused, HttpServletRequest request) {
        List<FieldError> errors = refused.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), message(error.getDefaultMessage())))
                .toList();
        return problem(invalid(errors), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> parameters(HandlerMethodValidationException refused, HttpServletRequest request) {
        List<FieldError> errors = new ArrayList<>();
        for (var result : refused.getParameterValidationResults()) {
            String parameter = String.valueOf(result.getMethodParameter().getParameterName());
            if (result instanceof ParameterErrors body) {
                body.getFieldErrors()
                        .forEach(error ->
                                errors.add(new FieldError(error.getField(), message(error.getDefaultMessage()))));
            } else {
                result.getResolvableErrors()
                        .forEach(error -> errors.add(new FieldError(parameter, message(error.getDefaultMessage()))));
            }
        }
        return problem(invalid(errors), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return problem(Problems.invalid(missing.getParameterName(), "is missing"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> mismatch(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return problem(Problems.NOT_FOUND.because("There is nothing at this address."), request);
        }
        return problem(Problems.invalid(mismatch.getName(), "has the wrong form"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> blank(MissingPathVariableException blank, HttpServletRequest request) {
        return problem(Problems.NOT_FOUND.because("There is nothing at this address."), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem(problem, request);
            }
        }
        return problem(UnreadableBody.describe(unreadable), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> method(HttpRequestMethodNotSupportedException refused, HttpServletRequest request) {
        Problem problem = Problems.METHOD_NOT_ALLOWED.because(refused.getMethod() + " does nothing at this address.");
        ResponseEntity<ProblemBody> answer = problem(problem, request);
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(answer.getHeaders());
        headers.setAllow(refused.getSupportedHttpMethods() == null ? Set.of() : refused.getSupportedHttpMethods());
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> contentType(HttpMediaTypeNotSupportedException refused, HttpServletRequest request) {
        return problem(
                Problems.UNSUPPORTED_MEDIA_TYPE.because("Send the body as JSON, with Content-Type: application/json."),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> accept(HttpMediaTypeNotAcceptableException refused, HttpServletRequest request) {
        return problem(Problems.NOT_ACCEPTABLE.because("Accept application/json."), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> unknown(NoResourceFoundException unknown, HttpServletRequest request) {
        return problem(Problems.NOT_FOUND.because("There is nothing at this address."), request);
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    ResponseEntity<ProblemBody> databaseGone(Exception gone, HttpServletRequest request) {
        LOG.warn("The database does not answer: {}", gone.getMessage());
        return problem(
                Problems.UNAVAILABLE
                        .because("The database does not answer. Nothing was changed; try again in a moment.")
                        .retryAfter(Duration.ofSeconds(5)),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> raced(CannotAcquireLockException raced, HttpServletRequest request) {
        return problem(Problems.CONFLICT.because("Somebody else is changing this right now. Try again."), request);
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("The client went away", gone);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> ourFault(Exception fault, HttpServletRequest request) {
        LOG.error("A request failed: {} {}", request.getMethod(), request.getRequestURI(), fault);
        return problem(
                Problems.INTERNAL.because("Something went wrong on our side. The log has it under this request id."),
                request);
    }

    private static Problem invalid(List<FieldError> errors) {
        String fields = String.join(
                ", ", errors.stream().map(FieldError::field).distinct().toList());
        return Problems.INVALID.because("Check: " + fields + ".").with(errors);
    }

    private static String message(@Nullable String message) {
        return message == null ? "is not right" : message;
    }
}
