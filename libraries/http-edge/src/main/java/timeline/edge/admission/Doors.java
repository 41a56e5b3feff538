package timeline.edge.admission;

import org.jspecify.annotations.Nullable;
import timeline.traffic.Admission;
import timeline.traffic.Rank;

/** Which door a request comes to, seen from its first line. A service has one; what stands before several services, one for each. */
@FunctionalInterface
public interface Doors {
    /**
     * A request's door.
     *
     * @param admission who decides
     * @param rank with what right it comes
     */
    record Door(Admission admission, Rank rank) {}

    /**
     * @param path decoded, without the query
     * @return null: what is asked costs nothing worth refusing
     */
    @Nullable
    Door of(String method, String path, @Nullable String query);
}
