package timeline.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import timeline.edge.Problem;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the public API (OpenAPI) for whoever asks: no token is needed to learn how to get one. Written in YAML, for
 * its comments and references; served in JSON, as everything else is.
 */
public final class ApiDocument {
    public static final String PATH = "/openapi.json";

    private static final String ALLOWED = "GET, HEAD";

    private ApiDocument() {
    }

    /**
     * Serves a document at {@link #PATH}.
     *
     * @param yaml the document's source
     */
    public static RouterFunction<ServerResponse> of(Resource yaml) {
        byte[] json = json(yaml);
        RequestPredicate here = RequestPredicates.path(PATH);
        RequestPredicate read = RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD);
        // Refused while it is looked for, not when it is answered: so that one learns it without a token, too.
        return request -> {
            if (!here.test(request)) {
                return Optional.empty();
            }
            if (!read.test(request)) {
                throw Problem.METHOD_NOT_ALLOWED.because("This path takes " + ALLOWED + ".")
                        .withHeaders(Map.of("Allow", ALLOWED));
            }
            return Optional.of(asked -> ServerResponse.ok().contentType(MediaType.APPLICATION_JSON)
                    .contentLength(json.length).body(json));
        };
    }

    private static byte[] json(Resource yaml) {
        LoaderOptions options = new LoaderOptions();
        // Against bombs in strangers' files; ours repeats its headers in each answer.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        try (InputStream source = yaml.getInputStream()) {
            return JsonMapper.shared().writeValueAsBytes(new Yaml(new SafeConstructor(options)).load(source));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
