package timeline.local.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import timeline.stores.postgres.PostgresRole;
import timeline.stores.postgres.PostgresServer;

/**
 * The services' configuration as environment variables, the same names as in {@code docker-compose.yml}. All services get the
 * same addresses, and read what concerns them; of the secrets each gets its own share.
 *
 * @param folder the services' working directory, with their secrets
 * @param ports of every component, by name
 * @param instances all instances of all services
 */
record ServiceConfiguration(StackFolder folder, Map<String, Integer> ports, List<ServiceInstance> instances) {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int REDIS_NODES = 6;
    /** Nobody calls the gateway or the fan-out, and a service refuses a setting that none of them knows. */
    private static final List<Service> CALLED = Service.ALL.stream()
            .filter(service -> !Set.of("gateway", "fanout-service").contains(service.name())).toList();

    /** The environment of one instance. */
    Map<String, String> of(ServiceInstance instance) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("SERVER_ADDRESS", LOOPBACK);
        variables.put("SERVER_PORT", Integer.toString(instance.port()));
        variables.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
        variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(instance.managementPort()));
        Path secrets = folder.shares().of(instance.service().name());
        variables.put("TIMELINE_SECRETS", secrets.toString());
        // Drills, the laboratory and the load tools sign up by hundreds, all from this one address.
        variables.put("TIMELINE_RATE_LIMIT_ANONYMOUS_BURST", "20000");
        // From the working directory, since the path to it may have characters in it that mean something to this setting; and
        // optional, since not every service has secrets that are settings.
        variables.put("SPRING_CONFIG_IMPORT", "optional:configtree:" + folder.home().relativize(secrets) + "/config/");
        variables.put("TIMELINE_CASSANDRA_CONTACT_POINTS", address("cassandra"));
        variables.put("TIMELINE_REDIS_NODES",
                IntStream.rangeClosed(1, REDIS_NODES).mapToObj(node -> address("redis-" + node))
                        .collect(Collectors.joining(",")));
        variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", address("kafka"));
        variables.put("SPRING_DATASOURCE_URL",
                "jdbc:postgresql://" + address("postgres") + "/" + PostgresServer.DATABASE);
        variables.put("SPRING_DATASOURCE_USERNAME", PostgresRole.NAME);
        for (Service service : CALLED) {
            String key = service.name().replace('-', '_').toUpperCase(Locale.ROOT);
            variables.put("TIMELINE_" + key + "_URLS",
                    instances.stream().filter(other -> other.service().equals(service))
                            .map(other -> "http://" + address(other.name())).collect(Collectors.joining(",")));
        }
        return variables;
    }

    private String address(String component) {
        Integer port = ports.get(component);
        if (port == null) {
            throw new IllegalArgumentException("no component is called " + component);
        }
        return LOOPBACK + ":" + port;
    }
}
