package timeline.tweet.config;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service's process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TweetServiceApplication {
    static void main(String[] arguments) {
        SpringApplication.run(TweetServiceApplication.class, arguments);
    }
}
