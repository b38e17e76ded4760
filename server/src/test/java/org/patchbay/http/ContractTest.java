package org.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.PathItem;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.patchbay.kernel.access.Open;
import org.patchbay.kernel.access.Requires;
import org.patchbay.kernel.access.SignedIn;
import org.patchbay.testing.Contract;
import org.patchbay.testing.RunningServer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class ContractTest {

    /// The socket is no controller; its handshake has tests of its own.
    private static final String SOCKET = "GET /api/realtime";

    private final Map<RequestMappingInfo, HandlerMethod> handlers = RunningServer.shared()
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods();

    @Test
    void everyRouteIsInTheContractAndTheContractPromisesNoOther() {
        Set<String> served = handlers.keySet().stream()
                .flatMap(ContractTest::routes)
                .filter(route -> route.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        served.add(SOCKET);

        assertThat(served).isEqualTo(promised());
    }

    @Test
    void everyHandlerSaysWhomItIsForExactlyOnce() {
        assertThat(handlers.values())
                .allSatisfy(handler -> assertThat(Stream.of(Requires.class, SignedIn.class, Open.class)
                                .filter(handler::hasMethodAnnotation))
                        .as(handler.toString())
                        .hasSize(1));
    }

    private static Set<String> promised() {
        Set<String> promised = new TreeSet<>();
        Contract.document()
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .keySet()
                        .forEach((PathItem.HttpMethod method) -> promised.add(method + " " + path)));
        return promised;
    }

    private static Stream<String> routes(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(path ->
                        mapping.getMethodsCondition().getMethods().stream().map(method -> method + " " + path));
    }
}
