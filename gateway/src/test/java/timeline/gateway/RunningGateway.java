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
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import timeline.identity.Secrets;
import timeline.identity.AccessTokenIssuer;
import timeline.identity.TokenSettings;
import timeline.gateway.config.GatewayApplication;
import timeline.id.UserId;

/** The gateway on free ports before the services that a test names. */
final class RunningGateway implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;
    private final AccessTokenIssuer tokens;

    /**
     * @param services base URLs, separated by commas, by the service's name; those not named cannot be reached
     * @param settings more settings, as {@code key=value}
     */
    RunningGateway(Path folder, Map<String, String> services, String... settings) throws IOException {
        Secrets secrets = Secrets.in(folder).generateMissing();
        Map<String, String> arguments = new LinkedHashMap<>(Map.of("server.port", "0", "management.server.port", "0",
                "timeline.http.drain", "0s", "timeline.warm-up.calls", "0", "timeline.secrets", folder.toString()));
        services.forEach((service, urls) -> arguments.put("timeline." + service + ".urls", urls));
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            arguments.put(parts[0], parts[1]);
        }
        context = new SpringApplicationBuilder(GatewayApplication.class).run(arguments.entrySet().stream()
                .map(argument -> "--" + argument.getKey() + "=" + argument.getValue()).toArray(String[]::new));
        tokens = new AccessTokenIssuer(secrets, context.getBean(TokenSettings.class), Duration.ofMinutes(15),
                Clock.systemUTC());
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String token(long user) {
        return tokens.issue(new UserId(user), "user" + user);
    }

    HttpResponse<String> get(long user, String path, String... headers) throws IOException, InterruptedException {
        return send(user, "GET", path, "", headers);
    }

    HttpResponse<String> post(long user, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send(user, "POST", path, body, headers);
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
