package timeline.edge;

/**
 * One field of a body that is not acceptable.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request's body, for example {@code /media_ids/0}
 * @param detail what is wrong, for people
 */
public record Violation(String pointer, String detail) {
    public Violation {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new IllegalArgumentException("not a JSON pointer: " + pointer);
        }
    }
}
