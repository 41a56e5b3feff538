package timeline.local.embedded;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One instance of a service.
 *
 * @param name {@code tweet-service}, {@code tweet-service-2}
 */
record ServiceInstance(Service service, String name, int port, int managementPort) {
    private static final int MANAGEMENT_DISTANCE = 1000;
    private static final int INSTANCE_DISTANCE = 10;

    /** All instances of all services, in the whiteboard's order, first instances first. */
    static List<ServiceInstance> all(int instances, PortPlan ports) {
        return IntStream.range(0, instances).boxed()
                .flatMap(index -> Service.ALL.stream().map(service -> number(service, index, ports))).toList();
    }

    private static ServiceInstance number(Service service, int index, PortPlan ports) {
        String name = index == 0 ? service.name() : service.name() + "-" + (index + 1);
        int port = ports.of(name, service.port() + index * INSTANCE_DISTANCE);
        return new ServiceInstance(service, name, port, port + MANAGEMENT_DISTANCE);
    }
}
