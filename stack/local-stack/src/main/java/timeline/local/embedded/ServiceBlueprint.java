package timeline.local.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import timeline.local.Component;
import timeline.local.http.Health;
import timeline.stores.Launch;
import timeline.stores.Surroundings;

/**
 * One instance of a service, run from its jar.
 *
 * @param environment its configuration, see {@link ServiceConfiguration}
 * @param temporary a folder for its temporary files, emptied before each start
 */
record ServiceBlueprint(ServiceInstance instance, Map<String, String> environment, ServiceCode code, Path directory,
        Path temporary, Path log) implements Blueprint {
    @Override
    public Component component() {
        return new Component(instance.name(), instance.service().name(), instance.port(),
                OptionalInt.of(instance.managementPort()));
    }

    @Override
    public List<Integer> ports() {
        return List.of(instance.port(), instance.managementPort());
    }

    @Override
    public Set<String> needs() {
        return instance.service().needs();
    }

    @Override
    public String version() {
        return code.version(instance.service().name()) + " " + Integer.toHexString(environment.hashCode());
    }

    @Override
    public Launch prepare() throws IOException {
        return new Launch(code.command(instance.service().name(), Surroundings.fresh(temporary)), variables(),
                directory, log);
    }

    /**
     * What the process is told: its configuration, and where its log is. It puts its log aside by itself, since nobody else is there
     * any more when it is full. The path is relative, so that no character in it can mean something to a pattern.
     */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(Map.of("LOGGING_FILE_NAME", directory.relativize(log).toString(),
                "LOGGING_STRUCTURED_FORMAT_FILE", "ecs",
                // Both are the same file; what the JVM itself has to say still gets there.
                "LOGGING_THRESHOLD_CONSOLE", "off", "LOGGING_LOGBACK_ROLLINGPOLICY_MAX_FILE_SIZE", "10MB",
                "LOGGING_LOGBACK_ROLLINGPOLICY_TOTAL_SIZE_CAP", "30MB"));
        return variables;
    }

    @Override
    public boolean isReady() {
        return Health.isReady(instance.managementPort());
    }
}
