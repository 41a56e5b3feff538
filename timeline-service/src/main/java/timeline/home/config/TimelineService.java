package timeline.home.config;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service's process. */
@SpringBootApplication
@ConfigurationPropertiesScan("timeline.home")
public class TimelineService {
    static void main(String[] arguments) {
        SpringApplication.run(TimelineService.class, arguments);
    }
}
