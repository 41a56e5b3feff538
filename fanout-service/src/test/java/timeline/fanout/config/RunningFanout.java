package timeline.fanout.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import timeline.chassis.Secrets;
import timeline.testkit.TestStores;
import timeline.tweetstore.Tweets;

/** The service in this JVM, on free ports, with real Redis and Kafka, and with a graph and tweets that a test holds in its hands. */
final class RunningFanout implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningFanout(Path folder, String followService, Tweets tweets) {
        try {
            Secrets.in(folder).generateMissing();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        String[] arguments = Stream.of("server.port=0", "management.server.port=0", "timeline.secrets=" + folder,
                "spring.kafka.bootstrap-servers=" + TestStores.kafka().bootstrapServers(),
                "timeline.redis.nodes=" + TestStores.redisCluster().addresses(),
                "timeline.cassandra.contact-points=127.0.0.1:1", "timeline.follow-service.urls=" + followService,
                "timeline.fanout.page-followers=50").map(setting -> "--" + setting).toArray(String[]::new);
        this.context = new SpringApplicationBuilder(FanoutService.class)
                .initializers(
                        starting -> ((GenericApplicationContext) starting).registerBean("testTweets", Tweets.class,
                                () -> tweets, definition -> definition.setPrimary(true)))
                .run(arguments);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpResponse<String> management(String path) {
        URI uri = URI
                .create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.management.port") + path);
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
