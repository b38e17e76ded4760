package org.patchbay.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.Open;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What the container refuses before a controller is found, as problem details too.
@Controller
class ErrorPage implements ErrorController {

    private final ProblemWriter problems;

    ErrorPage(ProblemWriter problems) {
        this.problems = problems;
    }

    @Open
    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        problems.write(request, response, describe(status instanceof Integer code ? code : 404));
    }

    private static Problem describe(int status) {
        return switch (status) {
            case 404 -> Problems.NOT_FOUND.because("There is nothing at this address.");
            case 405 -> Problems.METHOD_NOT_ALLOWED.because("This address does not do that.");
            case 413 -> Problems.TOO_LARGE.because("A request may have up to 1 MB.");
            case 415 -> Problems.UNSUPPORTED_MEDIA_TYPE.because("Send the body as JSON.");
            default ->
                status < 500
                        ? Problems.BAD_REQUEST.because("The request could not be understood.")
                        : Problems.INTERNAL.because(
                                "Something went wrong on our side. The log has it under this request id.");
        };
    }
}
