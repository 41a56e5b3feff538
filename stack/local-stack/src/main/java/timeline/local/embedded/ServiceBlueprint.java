package timeline.local.embedded;

import java.io.IOException;
import java.nio.file.Path;
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
        return new Launch(code.command(instance.service().name(), Surroundings.fresh(temporary)), environment,
                directory, log);
    }

    @Override
    public boolean isReady() {
        return Health.isReady(instance.managementPort());
    }
}
