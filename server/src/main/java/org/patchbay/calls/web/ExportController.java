package org.patchbay.calls.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.patchbay.calls.CallHistory;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Calls as a file. Written while they are read: they need not fit into memory.
@RestController
class ExportController {

    private final CallHistory history;

    ExportController(CallHistory history) {
        this.history = history;
    }

    @GetMapping("/api/calls/export")
    @Requires(Permission.CALLS_EXPORT)
    void export(@Valid CallQuery query, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"calls.csv\"");
        response.setHeader("Cache-Control", "no-store");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        CallCsv.head(out);
        history.each(query.filter(), call -> CallCsv.row(out, call));
        out.flush();
    }
}
