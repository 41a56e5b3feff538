package timeline.follow.config;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service's process. */
@SpringBootApplication
@ConfigurationPropertiesScan("timeline.follow")
public class FollowServiceApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(FollowServiceApplication.class, arguments);
    }
}
