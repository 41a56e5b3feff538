package timeline.gateway.http;

import static timeline.gateway.Route.Repetition.HARMLESS;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import timeline.calls.UpstreamRequest;
import timeline.gateway.Route;
import timeline.edge.Problem;
import timeline.calls.Upstream;
import timeline.calls.UpstreamResponse;
import timeline.calls.UpstreamUnavailableException;

/**
 * Passes a request on to an instance of the service that its route names, and the answer back, problems included. The gateway's
 * own exchange knows one URL and no deadline.
 */
public final class FailoverExchange implements ProxyExchange {
    private static final String REPETITION = Route.Repetition.class.getName();

    private final Map<String, Upstream> services;

    public FailoverExchange(Map<String, Upstream> services) {
        this.services = Map.copyOf(services);
    }

    @Override
    public ServerResponse exchange(Request request) {
        String service = Objects.requireNonNull(request.getUri()).getHost();
        UpstreamRequest call = Forwarding.inwards(request.getServerRequest());
        boolean harmless = request.getServerRequest().attribute(REPETITION).filter(HARMLESS::equals).isPresent();
        UpstreamResponse answer = ask(Objects.requireNonNull(services.get(service)),
                harmless ? call.repeatable() : call);
        return GatewayServerResponse.status(answer.status()).headers(headers -> Forwarding.outwards(answer, headers))
                .build((servletRequest, servletResponse) -> {
                    servletResponse.setContentLengthLong(Forwarding.length(servletRequest.getMethod(), answer));
                    servletResponse.getOutputStream().write(answer.bytes());
                    return null;
                });
    }

    /** An error in any other form than ours is some server's own page, not the service's word: it stays inside. */
    private static UpstreamResponse ask(Upstream service, UpstreamRequest call) {
        try {
            UpstreamResponse answer = service.call(call);
            if (answer.status() >= 400 && !isProblem(answer)) {
                throw Problem.UNAVAILABLE.because("The service behind this call does not answer.");
            }
            return answer;
        } catch (UpstreamUnavailableException refusal) {
            return refusal.answer().filter(FailoverExchange::isProblem).orElseThrow(() -> refusal);
        }
    }

    private static boolean isProblem(UpstreamResponse answer) {
        return answer.header("content-type").filter(type -> type.startsWith("application/problem+json")).isPresent();
    }

    /** The address by which a route names its service. */
    static URI of(String service) {
        return URI.create("http://" + service);
    }

    /** Notes on a request what its route says about repeating it. */
    static ServerRequest mark(ServerRequest request, Route.Repetition repetition) {
        request.attributes().put(REPETITION, repetition);
        return request;
    }
}
