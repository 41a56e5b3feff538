package timeline.simulation.storm.stack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import timeline.simulation.engine.Cores;
import timeline.simulation.engine.Machine;
import timeline.simulation.engine.Promise;
import timeline.simulation.engine.Scheduler;

/** Two gateways, two instances of each of three services, and two stores, on a host with two processors. */
public final class Stack {
    public static final int PROCESSORS = 2;
    private static final String GATEWAY = "gateway";
    private static final Duration START = Duration.ofSeconds(2);

    private final Host host;
    private final Map<String, List<URI>> addresses = new TreeMap<>();
    private final Map<URI, Server> processes = new TreeMap<>();
    private final Store tweets;
    private final Store graph;

    public Stack(Scheduler scheduler, Design design, Ledger ledger) {
        host = new Host(scheduler, new Cores(scheduler, PROCESSORS), new Network(scheduler), design, ledger);
        tweets = new Store(host);
        graph = new Store(host);
        List<String> services = Stream.of(Request.values()).map(Request::service).distinct().toList();
        services.forEach(service -> addresses.put(service, two(service)));
        services.forEach(service -> addresses(service).forEach(this::open));
        two(GATEWAY).forEach(this::open);
    }

    private static List<URI> two(String service) {
        return IntStream.rangeClosed(1, 2).mapToObj(n -> URI.create("http://" + service + '-' + n)).toList();
    }

    private List<URI> addresses(String service) {
        return addresses.getOrDefault(service, List.of());
    }

    public Network network() {
        return host.network();
    }

    /** What clients know. */
    public List<URI> gateways() {
        return two(GATEWAY);
    }

    /** Where the instances of each service behind the gateways are. */
    public List<List<URI>> services() {
        return List.copyOf(addresses.values());
    }

    /** Where the instances of everything are. */
    public List<URI> everywhere() {
        return List.copyOf(processes.keySet());
    }

    /** The process there, dead or alive. */
    public Server at(URI address) {
        Server process = processes.get(address);
        if (process == null) {
            throw new IllegalArgumentException("nobody ever was at " + address);
        }
        return process;
    }

    /** Where the tweets are, and what is made of them. */
    public Store tweets() {
        return tweets;
    }

    /** Where it is kept who follows whom. */
    public Store graph() {
        return graph;
    }

    /** Starts a process where one has died: it takes processor time until it listens, and is cold then. Waits until it listens. */
    public void start(URI address) {
        Promise<Boolean> listens = new Promise<>(host.scheduler());
        Machine machine = machine(address);
        machine.spawn("start", () -> {
            var _ = host.cores().work(START.toNanos());
            open(address, machine).cool();
            listens.keep(true);
        });
        listens.await();
    }

    private void open(URI address) {
        open(address, machine(address));
    }

    private Server open(URI address, Machine machine) {
        boolean gateway = address.getHost().startsWith(GATEWAY);
        Server process = new Server(machine, host, gateway ? Settings.GATEWAY_BUDGET : Settings.SERVICE_BUDGET,
                service(address.getHost()));
        processes.put(address, process);
        host.network().listen(address, process);
        return process;
    }

    private Machine machine(URI address) {
        return new Machine(address.getHost(), host.scheduler(), 0);
    }

    private Function<Server, Service> service(String name) {
        String service = name.substring(0, name.lastIndexOf('-'));
        return switch (service) {
            case GATEWAY -> process -> new Gateway(process, addresses);
            case "timeline-service" -> process -> new Backend.Timelines(process, tweets,
                    addresses(Request.FOLLOWING.service()));
            case "follow-service" -> process -> new Backend(process, graph);
            case "tweet-service" -> process -> new Backend(process, tweets);
            default -> throw new IllegalArgumentException("no service: " + service);
        };
    }
}
