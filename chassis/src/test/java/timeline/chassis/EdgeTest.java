package timeline.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.chassis.sample.RunningSample;

class EdgeTest {
    private static RunningSample sample;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        sample = new RunningSample(folder);
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void answersTheCallerInSnakeCase() throws Exception {
        HttpResponse<String> answer = send("POST", "/v1/notes", "{\"text\":\"hi\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"user_id\":\"42\"", "\"username\":\"ada\"");
    }

    @Test
    void pointsToTheFieldThatIsWrong() throws Exception {
        HttpResponse<String> answer = send("POST", "/v1/notes", "{\"text\":\" \"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("urn:timeline:problem:validation", "\"pointer\":\"/text\"");
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(sample.url(path)).method(method, BodyPublishers.ofString(body))
                    .header("Content-Type", "application/json").header("Authorization", "Bearer " + sample.userToken())
                    .build(), BodyHandlers.ofString());
        }
    }
}
