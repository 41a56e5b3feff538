package timeline.system.compose;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import timeline.client.Answer;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.testkit.Await;

/**
 * The container stack, from {@code docker compose up --wait} to {@code down --volumes}. Needs an engine, Compose v2 and the
 * services' jars; where no engine answers, or with {@code -Dtimeline.compose=off}, it is skipped, and says so.
 *
 * <p>One stack for all tests, since it takes a minute to start. Each test leaves it whole.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainerStackIT {
    private static final String REDIS = "REDISCLI_AUTH=$(cat /secrets/redis.operator.password) redis-cli --user operator"
            + " --no-auth-warning ";

    private final AtomicInteger names = new AtomicInteger();
    private @Nullable ContainerStack running;
    private @Nullable TimelineClient connected;

    @BeforeAll
    void comesUp() {
        skipIf(System.getProperty("timeline.compose", "").equals("off"), "timeline.compose is off");
        skipIf(!Docker.answers(), "no container engine with Compose v2 answers here");
        ContainerStack stack = new ContainerStack(Path.of(System.getProperty("timeline.root", "..")));
        running = stack;
        report("images built", timed(stack::build));
        report("docker compose up --wait", timed(stack::up));
        connected = new TimelineClient(stack.gateway(), Clock.systemUTC());
    }

    @AfterAll
    void goesDown() {
        if (connected != null) {
            connected.close();
        }
        if (running != null) {
            System.out.println("timeline.compose: memory\n" + stack().memory());
            report("docker compose down --volumes", timed(stack()::close));
        }
    }

    @Test
    @Order(1)
    void aTweetTravelsFromPostToTheFollowersTimeline() {
        Session author = register();
        Session follower = register();
        follower.follow(author.user()).orThrow();
        author.post("the first tweet in a container").orThrow();
        report("first tweet in the follower's timeline",
                timed(() -> awaitTweet(follower, "the first tweet in a container")));
    }

    @Test
    @Order(2)
    void theAuthorSeesTheTweetAtOnce() {
        Session author = register();
        author.post("mine").orThrow();
        assertThat(texts(author)).containsExactly("mine");
    }

    @Test
    @Order(3)
    void readsAndPostsGoOnWhileARedisPrimaryIsDead() {
        Session author = register();
        Session follower = register();
        follower.follow(author.user()).orThrow();
        author.post("before").orThrow();
        awaitTweet(follower, "before");
        stack().kill("redis-1");
        try {
            for (int i = 0; i < 20; i++) {
                author.post("without redis-1, " + i).orThrow();
                follower.timeline(20, Optional.empty()).orThrow();
                assertThat(texts(author)).contains("without redis-1, " + i);
            }
            awaitTweet(follower, "without redis-1, 19");
            assertThat(texts(follower)).hasSize(20).doesNotHaveDuplicates();
            // Started before that it would come back as what it was, and nobody would have taken over.
            Await.that("another node has taken over",
                    () -> stack().shell("redis-2", REDIS + "cluster nodes").lines()
                            .anyMatch(line -> line.contains("master,fail "))
                            && stack().shell("redis-2", REDIS + "cluster nodes").lines()
                                    .filter(line -> line.contains("master") && !line.contains("fail")).count() == 3);
        } finally {
            stack().start("redis-1");
        }
        Await.that("redis-1 is a replica of whoever took over",
                () -> stack().shell("redis-1", REDIS + "role").startsWith("slave"));
    }

    @Test
    @Order(4)
    void aTweetThatWasPostedWithoutFanOutArrivesOnceItIsBack() {
        Session author = register();
        Session follower = register();
        follower.follow(author.user()).orThrow();
        author.post("fanned out").orThrow();
        awaitTweet(follower, "fanned out");
        stack().kill("fanout-service");
        try {
            author.post("not fanned out").orThrow();
            assertThat(texts(author)).containsExactly("not fanned out", "fanned out");
        } finally {
            stack().start("fanout-service");
        }
        report("the tweet after fanout-service was started", timed(() -> awaitTweet(follower, "not fanned out")));
        assertThat(texts(follower)).containsExactly("not fanned out", "fanned out");
    }

    @Test
    @Order(5)
    void nothingButTheGatewayIsReachableFromThisMachine() throws IOException {
        for (Container container : stack().containers()) {
            assertThat(container.publishedAddresses()).as("%s's published ports", container).isEqualTo(
                    container.component().equals("gateway")
                            ? List.of("127.0.0.1:" + stack().gatewayPort())
                            : List.of());
        }
        for (Inet4Address address : ownAddresses()) {
            assertThatThrownBy(() -> connect(address, stack().gatewayPort())).as("the gateway, at %s", address)
                    .isInstanceOf(IOException.class);
        }
    }

    /** Docker's internal networks can be reached from the machine itself: the stores do not rely on them. */
    @Test
    @Order(5)
    void postgresAndRedisAskForAPassword() {
        assertThat(stack().shell("gateway",
                "bash -c 'exec 3<>/dev/tcp/redis-1/6379; printf \"PING\\r\\n\" >&3; head -n 1 <&3'"))
                .startsWith("-NOAUTH");
        for (String user : List.of("fanout-service", "replica", "default")) {
            assertThat(
                    stack().shell("redis-1", "redis-cli --user " + user + " --pass wrong --no-auth-warning ping 2>&1"))
                    .as(user).containsAnyOf("WRONGPASS", "NOAUTH");
        }
        String login = "psql -w -h \"$(hostname -i)\" -d timeline -c 'SELECT 1' 2>&1 -U ";
        assertThat(stack().shell("postgres", login + "timeline || true")).contains("no password supplied");
        assertThat(stack().shell("postgres", login + "postgres || true")).contains("no pg_hba.conf entry");
        assertThat(stack().shell("postgres", "psql -At -U postgres -c \"SELECT rolsuper FROM pg_roles WHERE rolname = "
                + "'timeline'\"")).isEqualTo("f");
    }

    @Test
    @Order(6)
    void noContainerHasMoreRightsThanItNeeds() {
        List<Container> containers = stack().containers();
        assertThat(containers).hasSize(14);
        assertThat(containers).allSatisfy(container -> {
            assertThat(container.user()).as("user").isNotEmpty().doesNotMatch("(root|0)(:.*)?");
            assertThat(container.hasReadOnlyRoot()).as("read-only root file system").isTrue();
            assertThat(container.droppedCapabilities()).containsExactly("ALL");
            assertThat(container.addedCapabilities()).isEmpty();
            assertThat(container.securityOptions()).contains("no-new-privileges:true");
            assertThat(container.memoryLimitBytes()).isPositive();
            assertThat(container.processLimit()).isPositive();
            assertThat(container.environment())
                    .noneMatch(variable -> variable.matches("(?i).*(password|secret|key)=.+"));
        });
        assertThat(containers.stream().mapToLong(Container::memoryLimitBytes).sum()).as("memory limits together")
                .isLessThanOrEqualTo(6L << 30);
    }

    /** What the settings above promise, tried. */
    @Test
    @Order(7)
    void noContainerRunsAsRootOrCanWriteToItsRootFileSystem() {
        for (Container container : stack().containers()) {
            String tried = stack().shell(container.component(),
                    "id -u; touch /probe 2>/dev/null && echo written || true");
            assertThat(tried).as("%s's user id", container).matches("[1-9][0-9]*");
        }
    }

    @Test
    @Order(7)
    void theGatewayHoldsPublicKeysOnlyAndTheSigningKeyIsTheIssuersAlone() {
        assertThat(stack().shell("gateway", "find /secrets -type f")).isEqualTo("/secrets/jwks.json");
        for (Container container : stack().containers()) {
            assertThat(stack().shell(container.component(), "ls /secrets 2>/dev/null | grep -c issuer || true"))
                    .as("signing keys in %s", container)
                    .isEqualTo(container.component().equals("follow-service") ? "1" : "0");
        }
    }

    @Test
    @Order(8)
    void redisIsNeverRestartedByTheEngine() {
        assertThat(stack().containers()).filteredOn(container -> container.component().startsWith("redis-"))
                .hasSize(6).extracting(Container::restartPolicy).containsOnly("no");
    }

    @Test
    @Order(9)
    void usersTweetsAndTokensOutliveDownAndUpInAnotherNetwork() {
        Session author = register();
        Session follower = register();
        follower.follow(author.user()).orThrow();
        author.post("before the night").orThrow();
        awaitTweet(follower, "before the night");
        stack().down();
        stack().moveToAnotherNetwork();
        report("docker compose up --wait on old volumes, in another network", timed(stack()::up));
        assertThat(texts(author)).containsExactly("before the night");
        author.post("in the morning").orThrow();
        awaitTweet(follower, "in the morning");
        assertThat(texts(follower)).containsExactly("in the morning", "before the night");
    }

    private static void skipIf(boolean condition, String reason) {
        if (condition) {
            System.out.println("timeline.compose: SKIPPED, " + reason);
        }
        Assumptions.assumeFalse(condition, reason);
    }

    private static void awaitTweet(Session reader, String text) {
        Await.within(Duration.ofSeconds(60)).until(text + " is in the timeline", () -> texts(reader).contains(text));
    }

    private static List<String> texts(Session reader) {
        Answer page = reader.timeline(20, Optional.empty()).orThrow();
        return StreamSupport.stream(page.body().path("tweets").spliterator(), false)
                .map(tweet -> tweet.path("text").asString("")).toList();
    }

    /** A new user, under a name that no earlier run has taken. */
    private Session register() {
        return requireNonNull(connected)
                .register("c" + Long.toString(System.currentTimeMillis() % 100_000_000, 36) + names.incrementAndGet());
    }

    private ContainerStack stack() {
        return requireNonNull(running);
    }

    private static List<Inet4Address> ownAddresses() throws IOException {
        return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(Inet4Address.class::cast).toList();
    }

    private static void connect(Inet4Address address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
        }
    }

    private static Duration timed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void report(String what, Duration took) {
        System.out.printf(Locale.ROOT, "timeline.compose: %s: %.1f s%n", what, took.toMillis() / 1000.0);
    }
}
