package timeline.fanout.config;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service's process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FanoutService {
    static void main(String[] arguments) {
        SpringApplication.run(FanoutService.class, arguments);
    }
}
