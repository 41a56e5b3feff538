package timeline.follow.config;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service's process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FollowService {
    static void main(String[] arguments) {
        SpringApplication.run(FollowService.class, arguments);
    }
}
