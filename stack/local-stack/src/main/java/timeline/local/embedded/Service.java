package timeline.local.embedded;

import java.util.List;
import java.util.Set;

/**
 * The five services, in the whiteboard's order.
 *
 * @param port default port of the first instance
 * @param needs the kinds of store that are ready before it starts: each service waits by itself for a late store, but what
 *     it does meanwhile costs processor time that the store would have used
 */
record Service(String name, int port, Set<String> needs) {
    static final List<Service> ALL = List.of(new Service("gateway", 8080, Set.of()),
            new Service("tweet-service", 8081, Set.of("cassandra")),
            new Service("fanout-service", 8083, Set.of("kafka")),
            new Service("follow-service", 8084, Set.of("postgres")),
            new Service("timeline-service", 8082, Set.of("cassandra")));

    /** Whether a component of this name is an instance of a service. */
    static boolean isInstance(String component) {
        return ALL.stream()
                .anyMatch(service -> component.equals(service.name()) || component.startsWith(service.name() + "-"));
    }
}
