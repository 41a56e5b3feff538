package timeline.edge.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * How the services read and write JSON: snake_case, times as RFC 3339 text, ids as decimal strings. Reading refuses what could
 * be a misunderstanding: unknown and repeated fields, a number for a string, trailing text, and documents deeper than 20 or with
 * numbers longer than 100 characters (they cost time out of proportion to their size).
 */
public final class StrictJson {
    static final StreamReadConstraints LIMITS = StreamReadConstraints.builder().maxNestingDepth(20)
            .maxStringLength(16 * 1024).maxNumberLength(100).maxNameLength(100).maxTokenCount(10_000).build();

    private StrictJson() {
    }

    /** The mapper of request and response bodies. */
    public static JsonMapper mapper() {
        return strict(JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())).build();
    }

    /**
     * The mapper for what our own services answer: tolerant of fields that a newer version adds, and of documents of any size
     * (10,000 follower ids are one page).
     */
    public static JsonMapper tolerantMapper() {
        return strict(JsonMapper.builder()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    private static JsonMapper.Builder strict(JsonMapper.Builder builder) {
        return builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).addModule(Ids.module())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, config -> {
                    config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                });
    }
}
