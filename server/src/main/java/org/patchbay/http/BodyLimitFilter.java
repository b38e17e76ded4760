package org.patchbay.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses bodies over one megabyte: by their announced length before a byte is read, and by counting
/// where none is announced. No request of ours comes near it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter extends OncePerRequestFilter {

    static final long LIMIT = 1024 * 1024;

    private final ProblemWriter problems;

    BodyLimitFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LIMIT) {
            problems.write(request, response, tooLarge());
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Counting(request) : request, response);
    }

    private static Problem tooLarge() {
        return Problems.TOO_LARGE.because("A request may have up to 1 MB.");
    }

    private static final class Counting extends HttpServletRequestWrapper {
        Counting(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountingStream(super.getInputStream());
        }
    }

    private static final class CountingStream extends ServletInputStream {
        private final ServletInputStream source;
        private long seen;

        CountingStream(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            int next = source.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = source.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            seen += read;
            if (seen > LIMIT) {
                throw tooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
