package timeline.edge.json;

import java.util.function.Function;
import timeline.id.TweetId;
import timeline.id.UserId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Ids in bodies are decimal strings: a JSON number above 2^53 loses its low bits in JavaScript. */
final class Ids {
    private Ids() {
    }

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("timeline-ids");
        module.addSerializer(TweetId.class, new Write<>());
        module.addSerializer(UserId.class, new Write<>());
        module.addDeserializer(TweetId.class, new Read<>(TweetId.class, TweetId::parse));
        module.addDeserializer(UserId.class, new Read<>(UserId.class, UserId::parse));
        return module;
    }

    private static final class Write<T> extends ValueSerializer<T> {
        @Override
        public void serialize(T id, JsonGenerator generator, SerializationContext context) {
            generator.writeString(id.toString());
        }
    }

    private static final class Read<T> extends ValueDeserializer<T> {
        private final Class<T> type;
        private final Function<String, T> parse;

        private Read(Class<T> type, Function<String, T> parse) {
            this.type = type;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(type, "a decimal string is expected");
            }
            String text = parser.getString();
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException notAnId) {
                return context.reportInputMismatch(type, "%s", notAnId.getMessage());
            }
        }
    }
}
