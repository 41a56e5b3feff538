package timeline.calls;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import timeline.testkit.service.ServiceUnderTest;

/** A service that answers anybody, to be called. */
final class Greeter extends ServiceUnderTest {
    Greeter(Path folder) {
        super(new SpringApplicationBuilder(Greetings.class), folder,
                List.of("spring.application.name=greeter", "timeline.security.open=POST /v1/open"));
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + bean(Environment.class).getRequiredProperty("local.server.port")
                + path);
    }

    @RestController
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Greetings {
        @PostMapping("/v1/open")
        Map<String, Object> greet(@RequestBody Map<String, Object> greeted) {
            return greeted;
        }
    }
}
