package timeline.calls;

import java.util.function.BiConsumer;

/** The headers that every call to another service carries. */
@FunctionalInterface
public interface CallHeaders {
    /**
     * Hands each header's name and value to the request that is being made, on the thread that makes it.
     *
     * @param service the called service's name
     */
    void write(String service, BiConsumer<String, String> header);
}
