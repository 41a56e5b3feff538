package timeline.local.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import timeline.local.Settings;
import timeline.stores.EmbeddedStore;
import timeline.stores.Installation;

/** All components of a stack, in the whiteboard's order: services, then stores. */
final class Layout {
    private Layout() {
    }

    static List<Blueprint> of(Settings settings, StackFolder folder) {
        PortPlan ports = new PortPlan(settings);
        Installation installation = new Installation(folder.root(), folder.home());
        List<EmbeddedStore> stores = Stores.of(installation, folder, settings);
        List<ServiceInstance> services = ServiceInstance.all(settings.ha() ? 2 : 1, ports);
        List<Blueprint> all = new ArrayList<>(
                blueprints(services, stores, folder, new ServiceCode(folder.root(), folder.code(), installation.java(),
                        settings.compiler())));
        stores.forEach(store -> all.add(new StoreBlueprint(store, settings.compiler())));
        return List.copyOf(all);
    }

    private static List<Blueprint> blueprints(List<ServiceInstance> services, List<EmbeddedStore> stores,
            StackFolder folder,
            ServiceCode code) {
        Map<String, Integer> ports = new HashMap<>();
        stores.forEach(store -> ports.put(store.name(), store.port()));
        services.forEach(service -> ports.put(service.name(), service.port()));
        ServiceConfiguration configuration = new ServiceConfiguration(folder, ports, services);
        return services.stream()
                .<Blueprint>map(service -> new ServiceBlueprint(service, configuration.of(service), code,
                        folder.home(), folder.temporary(service.name()), folder.log(service.name())))
                .toList();
    }
}
