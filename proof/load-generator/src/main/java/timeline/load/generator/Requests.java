package timeline.load.generator;

/** What is sent, one request after the other. */
@FunctionalInterface
public interface Requests {
    /** The bytes of one HTTP/1.1 request, head and body; nobody changes them any more. */
    byte[] next();
}
