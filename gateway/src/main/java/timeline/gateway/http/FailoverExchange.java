package timeline.gateway.http;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.web.servlet.function.ServerResponse;
import timeline.edge.Problem;
import timeline.calls.Upstream;
import timeline.calls.UpstreamResponse;
import timeline.calls.UpstreamUnavailableException;

/**
 * Passes a request on to an instance of the service that its route names, and the answer back, problems included. The gateway's
 * own exchange knows one URL and no deadline.
 */
public final class FailoverExchange implements ProxyExchange {
    private final Map<String, Upstream> services;

    public FailoverExchange(Map<String, Upstream> services) {
        this.services = Map.copyOf(services);
    }

    @Override
    public ServerResponse exchange(Request request) {
        String service = Objects.requireNonNull(request.getUri()).getHost();
        UpstreamResponse answer = ask(Objects.requireNonNull(services.get(service)), request);
        return GatewayServerResponse.status(answer.status()).headers(headers -> Forwarding.outwards(answer, headers))
                .build((servletRequest, servletResponse) -> {
                    servletResponse.setContentLengthLong(Forwarding.length(servletRequest.getMethod(), answer));
                    servletResponse.getOutputStream().write(answer.bytes());
                    return null;
                });
    }

    /** An error in any other form than ours is some server's own page, not the service's word: it stays inside. */
    private static UpstreamResponse ask(Upstream service, Request request) {
        try {
            UpstreamResponse answer = service.call(Forwarding.inwards(request.getServerRequest()));
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
}
