package timeline.local.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import timeline.local.Settings;
import timeline.local.UsageException;

/** What can be said of the ports of a stack before anybody tries to listen on them. */
final class PortRules {
    private static final int HIGHEST = 65_535;
    /** Ports that have a name of their own, see {@link Stores}. */
    private static final Set<String> SECOND_PORTS = Set.of("kafka-controller", "cassandra-storage");

    private PortRules() {
    }

    /** @throws UsageException when a port is given to nobody, is none, or belongs to two */
    static void check(Settings settings, List<Blueprint> layout) {
        List<String> names = new ArrayList<>(layout.stream().map(Blueprint::name).toList());
        names.addAll(SECOND_PORTS);
        settings.ports().keySet().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(unknown -> {
            throw new UsageException("there is no component " + unknown + " to give a port to, only "
                    + String.join(" ", names));
        });
        Map<Integer, String> owners = new HashMap<>();
        for (Blueprint blueprint : layout) {
            for (int port : blueprint.ports()) {
                if (port < 1 || port > HIGHEST) {
                    throw new UsageException(
                            blueprint.name() + " would listen on port " + port + ", which there is not");
                }
                String other = owners.put(port, blueprint.name());
                if (other != null) {
                    throw new UsageException(other + " and " + blueprint.name() + " would both listen on port " + port);
                }
            }
        }
    }
}
