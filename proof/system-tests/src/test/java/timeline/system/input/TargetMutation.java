package timeline.system.input;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils where a request goes: the path, an id in it, the query, a cursor. */
final class TargetMutation implements Mutation {
    private static final List<String> IDS = List.of("0", "-1", "00123", "abc", "1.0", "1e3", "0x10",
            "9223372036854775808",
            "99999999999999999999", "%D9%A3", "5%20", "null", "NaN", "*", "..", "%2e%2e", "1,2", "1;2", "%00", "{id}",
            "'", "me");
    private static final List<String> LIMITS = List.of("0", "-1", "1", "100", "101", "abc", "1e9", "", "05", "5.0",
            "+5", "%20", "%zz",
            "%ff", "99999999999999999999", "5&limit=6", "%D9%A3", "[1]", "5;limit=6");
    private static final List<String> PATHS = List.of("/", "//", "/v1", "/v2/timeline", "/v1/nothing",
            "/internal/v1/threshold",
            "/internal/v1/users/1/followers", "/actuator/env", "/actuator/heapdump", "/error", "*", "/v1/timeline/",
            "/%", "/%zz",
            "/v1/\u00ff", "/v1/timeline\u0000", "/v1/timel%69ne", "/v1/timeline%2f..", "/v1/./timeline",
            "/v1/users/../timeline",
            "http://evil/v1/timeline", "http://timeline/v1/timeline", "//evil/v1/timeline", "v1/timeline", "?", "#",
            "/v1/timeline#x",
            "/v1/timeline|", "/v1/{a}", "/openapi.json/", "/openapi.yaml", "/v1/timeline/stream/x", "/v1\\timeline",
            "/v1/timeline;a=b");
    private static final String CHARACTERS = "%/.;\\?#&=+~*'\"<>[]{}|^`\u0000\u0001\u0080\u00ff aZ0";

    @Override
    public RawRequest of(RawRequest request, RandomGenerator random) {
        String target = request.target();
        return request.withTarget(switch (random.nextInt(9)) {
            case 0 -> target.replaceFirst("[0-9]{3,}", Mutation.pick(IDS, random));
            case 1 -> query(target, "limit", Mutation.pick(LIMITS, random));
            case 2, 3 -> cursor(target, random);
            case 4 -> Mutation.pick(PATHS, random);
            case 5 -> inserted(target, random);
            case 6 -> encoded(target, random);
            case 7 -> target + (target.contains("?") ? "&" : "?") + Mutation.pick(List.of("=", "&&", "a", "%", "a=%00",
                    "access_token=x", "x=" + "y".repeat(random.nextInt(12_000)), "a[]=1", "user_id=1", "\u00ff"),
                    random);
            default -> target.replaceFirst("/v1",
                    "/v1" + Mutation.pick(List.of("/", "/.", "/..", ";x=y", "%2f", "%5c"), random));
        });
    }

    private static String query(String target, String name, String value) {
        String rest = target.replaceAll("[?&]" + name + "=[^&]*", "").replaceFirst("^([^?&]*)&", "$1?");
        return rest + (rest.contains("?") ? "&" : "?") + name + "=" + value;
    }

    private static String cursor(String target, RandomGenerator random) {
        int start = target.indexOf("cursor=") + 7;
        if (start < 7 || start == target.length()) {
            return query(target, "cursor",
                    Mutation.pick(List.of("", "x", "%00", "AAAA", "x".repeat(4096), "AQ=="), random));
        }
        StringBuilder cursor = new StringBuilder(target.substring(start));
        int at = random.nextInt(cursor.length());
        switch (random.nextInt(5)) {
            case 0 -> cursor.setCharAt(at, (char) (cursor.charAt(at) ^ 1));
            case 1 -> cursor.setLength(at);
            case 2 -> cursor.insert(at, Mutation.pick(List.of("A", "=", "%41", "-", "_", "+", "/", "%0a"), random));
            case 3 -> cursor.append("=");
            default -> cursor.append("&cursor=").append(cursor);
        }
        return target.substring(0, start) + cursor;
    }

    private static String inserted(String target, RandomGenerator random) {
        int at = random.nextInt(1, target.length() + 1);
        return target.substring(0, at) + CHARACTERS.charAt(random.nextInt(CHARACTERS.length())) + target.substring(at);
    }

    /** One character, percent-encoded: the same to whoever decodes. */
    private static String encoded(String target, RandomGenerator random) {
        int at = random.nextInt(target.length());
        byte one = target.substring(at, at + 1).getBytes(StandardCharsets.ISO_8859_1)[0];
        return target.substring(0, at) + "%" + java.util.HexFormat.of().toHexDigits(one) + target.substring(at + 1);
    }
}
