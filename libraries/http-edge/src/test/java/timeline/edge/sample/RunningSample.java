package timeline.edge.sample;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import timeline.identity.Secrets;
import timeline.identity.AccessTokenIssuer;
import timeline.identity.InternalToken;
import timeline.identity.TokenSettings;
import timeline.id.UserId;

/** The sample service on free ports with secrets of its own. */
public final class RunningSample implements AutoCloseable {
    public final Secrets secrets;
    private final ConfigurableApplicationContext context;

    public RunningSample(Path secretsFolder, String... settings) throws IOException {
        this.secrets = Secrets.in(secretsFolder).generateMissing()
                .generateCallKey("other-service", "sample").generateCallKey("other-service", "third-service");
        this.context = new SpringApplicationBuilder(SampleService.class).properties("spring.application.name=sample",
                "server.port=0", "management.server.port=0", "timeline.secrets=" + secretsFolder,
                "timeline.security.open=POST /v1/open").properties(settings).run();
    }

    public int port() {
        return port("local.server.port");
    }

    public int managementPort() {
        return port("local.management.port");
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Whether the store behind the service answers. */
    public void storeIsDown(boolean down) {
        bean(AtomicBoolean.class).set(down);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A user's token that is valid for a quarter of an hour. */
    public String userToken() {
        return new AccessTokenIssuer(secrets, bean(TokenSettings.class), Duration.ofMinutes(15), Clock.systemUTC())
                .issue(new UserId(42), "ada");
    }

    public String internalToken() {
        return new InternalToken(secrets, "other-service", Clock.systemUTC()).to("sample");
    }

    private int port(String property) {
        return context.getEnvironment().getRequiredProperty(property, Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
