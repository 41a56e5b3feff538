package timeline.gateway.http;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import timeline.edge.Problem;
import timeline.edge.ProblemException;
import timeline.gateway.Route;

/** The routes, as the framework wants them, and a 405 for their paths under any other method. */
public final class Routing {
    private Routing() {
    }

    public static RouterFunction<ServerResponse> of(List<Route> routes) {
        RouterFunction<ServerResponse> table = wrongMethods(routes);
        for (Route route : routes.reversed()) {
            table = GatewayRouterFunctions.route(route.method() + " " + route.path())
                    .route(methods(route).and(path(route.path())), http())
                    .before(uri(FailoverExchange.of(route.service())))
                    .before(request -> FailoverExchange.mark(request, route.repetition())).build().and(table);
        }
        return table;
    }

    private static RequestPredicate methods(Route route) {
        return RequestPredicates.methods(route.methods().stream().map(HttpMethod::valueOf).toArray(HttpMethod[]::new));
    }

    private static RouterFunction<ServerResponse> wrongMethods(List<Route> routes) {
        Map<String, TreeSet<String>> allowed = new LinkedHashMap<>();
        for (Route route : routes) {
            allowed.computeIfAbsent(route.path(), path -> new TreeSet<>()).addAll(route.methods());
        }
        Map<RequestPredicate, ProblemException> refusals = new LinkedHashMap<>();
        allowed.forEach((path, methods) -> refusals.put(path(path), refusal(String.join(", ", methods))));
        return request -> {
            refusals.forEach((path, refusal) -> {
                if (path.test(request)) {
                    throw refusal;
                }
            });
            return Optional.empty();
        };
    }

    private static ProblemException refusal(String allow) {
        return Problem.METHOD_NOT_ALLOWED.because("This path takes " + allow + ".").withHeaders(Map.of("Allow", allow));
    }
}
