package timeline.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import timeline.chassis.Secrets;
import timeline.chassis.security.AccessTokenIssuer;
import timeline.chassis.security.TokenSettings;
import timeline.gateway.config.GatewayApplication;
import timeline.id.UserId;

/** The gateway on a free port before services that the test names. */
final class RunningGateway implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;
    private final AccessTokenIssuer tokens;

    /** @param services base URLs, separated by commas, by the service's name */
    RunningGateway(Path folder, Map<String, String> services, String... settings) throws IOException {
        Secrets secrets = Secrets.in(folder).generateMissing();
        SpringApplicationBuilder application = new SpringApplicationBuilder(GatewayApplication.class);
        String[] arguments = new String[settings.length + services.size() + 3];
        System.arraycopy(settings, 0, arguments, 0, settings.length);
        int next = settings.length;
        arguments[next++] = "--server.port=0";
        arguments[next++] = "--management.server.port=0";
        arguments[next++] = "--timeline.secrets=" + folder;
        for (Map.Entry<String, String> service : services.entrySet()) {
            arguments[next++] = "--timeline." + service.getKey() + ".urls=" + service.getValue();
        }
        context = application.run(arguments);
        tokens = new AccessTokenIssuer(secrets, context.getBean(TokenSettings.class), Duration.ofMinutes(15),
                Clock.systemUTC());
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    String token(long user) {
        return tokens.issue(new UserId(user), "user" + user);
    }

    /** Sends a request as a user; 0: as nobody. */
    HttpResponse<String> send(long user, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (user != 0) {
            request.header("Authorization", "Bearer " + token(user));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
