package timeline.gateway.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import timeline.edge.admission.Doors;
import timeline.gateway.Route;
import timeline.traffic.Admission;
import timeline.traffic.Rank;

/**
 * A door for each service, so that one that is overloaded closes its own only. A write comes first, then who reads on, then who begins to
 * read; lists and sign-ups can wait.
 */
public final class PublicDoors implements Doors {
    private final List<Route> routes;
    private final Map<String, Admission> services;

    /** @param services who decides for each service */
    public PublicDoors(List<Route> routes, Map<String, Admission> services) {
        this.routes = List.copyOf(routes);
        this.services = Map.copyOf(services);
    }

    @Override
    public @Nullable Door of(String method, String path, @Nullable String query) {
        for (Route route : routes) {
            if (route.matches(method, path)) {
                return new Door(Objects.requireNonNull(services.get(route.service())), rank(route, query));
            }
        }
        return null;
    }

    private static Rank rank(Route route, @Nullable String query) {
        if (route.access() == Route.Access.OPEN) {
            return Rank.LATER;
        }
        if (!route.method().equals("GET")) {
            return Rank.FIRST;
        }
        if (query != null && query.contains("cursor=")) {
            return Rank.FURTHER_PAGE;
        }
        boolean list = route.path().endsWith("/followers") || route.path().endsWith("/following");
        return list ? Rank.LATER : Rank.READ;
    }
}
