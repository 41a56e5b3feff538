package timeline.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;
import timeline.calls.UpstreamRequest;
import timeline.edge.Problem;
import timeline.calls.UpstreamResponse;

/**
 * What crosses the gateway. Inwards, only the headers named here: a list of what to strip ({@code X-User-*}, {@code X-Internal-*},
 * {@code X-Forwarded-*}, {@code Forwarded}, {@code X-Real-IP}, hop-by-hop headers …) is complete until somebody invents another.
 * Outwards, all but those that concern one connection or that the gateway says itself.
 */
final class Forwarding {
    private static final List<String> INWARDS = List.of("Authorization", "Content-Type", "Accept", "Idempotency-Key",
            "If-None-Match");

    private static final Set<String> KEPT_FROM_CLIENTS = Set.of("connection", "keep-alive", "proxy-authenticate",
            "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade", "content-length", "date", "server",
            "x-trace-id", "x-content-type-options", "cache-control",
            "x-queue-delay");

    private Forwarding() {
    }

    static UpstreamRequest inwards(ServerRequest request) {
        HttpServletRequest servlet = request.servletRequest();
        Map<String, String> headers = new HashMap<>();
        for (String name : INWARDS) {
            String first = servlet.getHeader(name);
            if (first != null) {
                headers.put(name, ascii(name, String.join(", ", Collections.list(servlet.getHeaders(name)))));
            }
        }
        String query = servlet.getQueryString();
        String target = query == null ? servlet.getRequestURI() : servlet.getRequestURI() + "?" + query;
        return UpstreamRequest.of(servlet.getMethod(), target, headers, body(request));
    }

    /** Anything else would be another value by the time that a service reads it: a client's key, somebody else's. */
    private static String ascii(String name, String value) {
        if (value.chars().allMatch(character -> (character >= ' ' && character <= '~') || character == '\t')) {
            return value;
        }
        throw Problem.INVALID_PARAMETER.because("The header '" + name + "' is not plain ASCII.");
    }

    static void outwards(UpstreamResponse answer, HttpHeaders headers) {
        answer.headers().forEach((name, values) -> {
            if (!KEPT_FROM_CLIENTS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, values);
            }
        });
    }

    /** The length to tell: of a HEAD's answer, what a GET would have got, if the service says. */
    static long length(String method, UpstreamResponse answer) {
        String told = method.equals("HEAD") ? answer.header("content-length").orElse("-1") : "";
        return told.isEmpty() ? answer.bytes().length : Long.parseLong(told);
    }

    /** The whole body, at most 16 KiB: it must be at hand when the first instance cannot be connected to. */
    private static byte @Nullable [] body(ServerRequest request) {
        try {
            byte[] body = request.servletRequest().getInputStream().readAllBytes();
            return body.length == 0 ? null : body;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
