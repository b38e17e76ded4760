package org.patchbay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;

/// `api/openapi.yaml`, which every response of a test is held against.
public final class Contract {

    private static final String FILE =
            Path.of("..", "api", "openapi.yaml").toAbsolutePath().normalize().toString();

    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createFor(FILE).build();

    private Contract() {}

    /// The document with every reference resolved.
    public static OpenAPI document() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        return new OpenAPIV3Parser().read(FILE, null, options);
    }

    /// Fails if the contract does not have this answer of this route.
    public static void check(String method, String path, HttpResponse<String> response) {
        SimpleResponse.Builder actual = SimpleResponse.Builder.status(response.statusCode());
        response.headers().firstValue("Content-Type").ifPresent(actual::withContentType);
        if (!response.body().isEmpty()) {
            actual.withBody(response.body());
        }
        ValidationReport report = VALIDATOR.validateResponse(
                path.split("\\?", 2)[0], Request.Method.valueOf(method.toUpperCase(Locale.ROOT)), actual.build());
        assertThat(report.getMessages())
                .as("%s %s answered %s: %s", method, path, response.statusCode(), response.body())
                .isEmpty();
    }
}
