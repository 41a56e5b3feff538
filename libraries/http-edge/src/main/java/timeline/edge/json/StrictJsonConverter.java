package timeline.edge.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import timeline.edge.Problem;
import timeline.edge.ProblemException;
import timeline.edge.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Reads request bodies strictly, and writes answers, as {@code application/json} in UTF-8 and nothing else. */
public final class StrictJsonConverter extends JacksonJsonHttpMessageConverter {
    public StrictJsonConverter(JsonMapper mapper) {
        super(mapper);
        // The management port shares the converters, and answers in its own flavour of JSON.
        setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON,
                MediaType.asMediaType(ApiVersion.LATEST.getProducedMimeType())));
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return mediaType != null && mediaType.isCompatibleWith(MediaType.APPLICATION_JSON) && mediaType.isConcrete()
                && (mediaType.getCharset() == null || StandardCharsets.UTF_8.equals(mediaType.getCharset()));
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        String text = JsonText.decode(message.getBody().readAllBytes());
        if (!text.stripLeading().startsWith("{")) {
            throw Problem.MALFORMED_BODY.because("A JSON object is expected as the body.");
        }
        JsonMapper mapper = getMapper();
        JavaType target = mapper.constructType(type.getType());
        try {
            return mapper.readerFor(target).readValue(text);
        } catch (JacksonException malformed) {
            throw problem(malformed);
        }
    }

    /** Says where, but in our words: Jackson's messages name classes. */
    private static ProblemException problem(JacksonException malformed) {
        if (!(malformed instanceof DatabindException) || malformed.getPath().isEmpty()) {
            return Problem.MALFORMED_BODY.because("The body is not a valid JSON object.");
        }
        StringBuilder pointer = new StringBuilder();
        for (var step : malformed.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null
                    ? String.valueOf(step.getIndex())
                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return Problem.MALFORMED_BODY.at(List.of(new Violation(JsonPointer.compile(pointer.toString()).toString(),
                "unknown, or not of the expected type")));
    }
}
