package timeline.system.input;

import java.nio.charset.StandardCharsets;

/** How a server reads a request target. */
final class Targets {
    private Targets() {
    }

    /** The path that a target means: without scheme and host, query, and path parameters, decoded. */
    static String path(String target) {
        String path = target.replaceFirst("^[a-zA-Z]+://[^/?#]*", "");
        int end = path.indexOf('?');
        path = (end < 0 ? path : path.substring(0, end)).replaceAll(";[^/]*", "");
        return decoded(path);
    }

    private static String decoded(String path) {
        if (!path.contains("%")) {
            return path;
        }
        byte[] bytes = new byte[path.length()];
        int length = 0;
        for (int i = 0; i < path.length(); i++) {
            boolean encoded = path.startsWith("%", i) && path.substring(i).matches("(?s)%[0-9a-fA-F]{2}.*");
            bytes[length++] = (byte) (encoded ? Integer.parseInt(path.substring(i + 1, i + 3), 16) : path.charAt(i));
            i += encoded ? 2 : 0;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
