package timeline.system.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Spoils a body of JSON: its members, its syntax, its encoding or its bytes. */
final class JsonMutation implements Mutation {
    private static final List<String> VALUES = List.of("null", "true", "7", "-1", "1.5", "1e400", "-0",
            "9007199254740993", "[]",
            "{}", "[[]]", "[null]", "\"\"", "\"\\ud800\"", "\"\\udc00\\ud83d\"", "\"\\u0000\"", "\"\\x\"", "'a'", "NaN",
            "Infinity",
            "01", "+1", ".5", "0x10", "\"a", "\"a\nb\"", "undefined", "/**/1", "\"\\ud83d\\ude00\"",
            "[\"a\",\"a\",\"a\",\"a\",\"a\"]",
            "[\"a\",7]", "{\"text\":\"a\"}", "\"18446744073709551616\"");
    private static final List<String> NAMES = List.of("id", "user_id", "author_id", "created_at", "tweet_id", "TEXT",
            "Text", "text ",
            "mediaIds", "media_ids", "targetUserId", "target_user_id", "username", "text", "", "@type", "@class",
            "__proto__", "a.b",
            "\\u0074ext", "\\ud800", "$ref");
    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_32, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

    @Override
    public RawRequest of(RawRequest request, RandomGenerator random) {
        byte[] body = request.bodyBytes();
        return request.withBody(random.nextInt(3) == 0
                ? bytes(body, random)
                : text(new String(body, StandardCharsets.UTF_8), random));
    }

    private static byte[] text(String json, RandomGenerator random) {
        String changed = switch (random.nextInt(12)) {
            case 0 -> member(json, Mutation.pick(NAMES, random), Mutation.pick(VALUES, random));
            case 1 -> member(json, Mutation.pick(NAMES, random), quoted(Texts.pick(random)));
            case 2 -> value(json, Mutation.pick(VALUES, random), random);
            case 3 -> value(json, quoted(Texts.pick(random)), random);
            case 4 -> nested(random.nextInt(1, 2000), random);
            case 5 -> value(json, Integer.toString(random.nextInt(1, 10)).repeat(random.nextInt(1, 12_000)), random);
            case 6 -> json + Mutation.pick(List.of(" {}", "x", ",", "]", "\u0000", "//", "\n\n"), random);
            case 7 -> " ".repeat(random.nextInt(20_000)) + json;
            case 8 -> escaped(json);
            case 9 -> Mutation.pick(VALUES, random);
            case 10 -> "[" + json + "]";
            default -> json.replaceFirst("\"([a-z_]+)\":(.*)}$", "\"$1\":$2,\"$1\":$2}");
        };
        return changed.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(byte[] body, RandomGenerator random) {
        byte[] changed = body.clone();
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(changed, random.nextInt(changed.length + 1));
            case 1 -> new String(body, StandardCharsets.UTF_8).getBytes(Mutation.pick(ENCODINGS, random));
            case 2 -> ("\ufeff" + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            case 3 -> {
                random.nextBytes(changed);
                yield changed;
            }
            default -> {
                for (int n = random.nextInt(1, 4); n > 0 && changed.length > 0; n--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                yield changed;
            }
        };
    }

    private static String member(String json, String name, String value) {
        return json.replaceFirst("^\\s*\\{",
                java.util.regex.Matcher.quoteReplacement("{\"" + name + "\":" + value + ","));
    }

    /** One of the values, replaced; whatever is no object stays. */
    private static String value(String json, String value, RandomGenerator random) {
        if (!(read(json) instanceof ObjectNode object) || object.isEmpty()) {
            return value;
        }
        List<String> names = List.copyOf(object.propertyNames());
        object.put(Mutation.pick(names, random), "@@@");
        return object.toString().replace("\"@@@\"", value);
    }

    private static JsonNode read(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (tools.jackson.core.JacksonException none) {
            return JsonMapper.shared().nullNode();
        }
    }

    private static String nested(int depth, RandomGenerator random) {
        return random.nextBoolean()
                ? "{\"text\":" + "[".repeat(depth) + "]".repeat(random.nextInt(depth + 1)) + "}"
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    /** The same document, its strings written in escapes. */
    private static String escaped(String json) {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            inside ^= c == '"';
            text.append(inside && c != '"' && c != '\\'
                    ? String.format(Locale.ROOT, "\\u%04x", (int) c)
                    : String.valueOf(c));
        }
        return text.toString();
    }
}
