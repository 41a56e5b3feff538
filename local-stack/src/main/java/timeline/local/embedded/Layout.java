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
        Installation installation = new Installation(folder.root());
        List<EmbeddedStore> stores = Stores.of(installation, folder, ports);
        List<ServiceInstance> services = ServiceInstance.all(settings.ha() ? 2 : 1, ports);
        List<Blueprint> all = new ArrayList<>(blueprints(services, stores, folder, installation));
        stores.forEach(store -> all.add(new StoreBlueprint(store)));
        return List.copyOf(all);
    }

    private static List<Blueprint> blueprints(List<ServiceInstance> services, List<EmbeddedStore> stores,
            StackFolder folder,
            Installation installation) {
        Map<String, Integer> ports = new HashMap<>();
        stores.forEach(store -> ports.put(store.name(), store.port()));
        services.forEach(service -> ports.put(service.name(), service.port()));
        ServiceConfiguration configuration = new ServiceConfiguration(folder.secrets(), ports, services);
        ServiceCode code = new ServiceCode(folder.root(), installation.java());
        return services.stream()
                .<Blueprint>map(service -> new ServiceBlueprint(service, configuration.of(service), code,
                        folder.home(), folder.log(service.name())))
                .toList();
    }
}
