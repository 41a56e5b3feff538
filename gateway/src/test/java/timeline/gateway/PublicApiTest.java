package timeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

class PublicApiTest {
    @Test
    void publishesNothingButTheFirstVersion() {
        assertThat(PublicApi.routes()).allSatisfy(route -> assertThat(route.path()).startsWith("/v1/"));
        assertThatThrownBy(() -> new Route("GET", "/internal/v1/users/{id}", "follow-service", Route.Access.OPEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesEachCallOnce() {
        assertThat(PublicApi.routes()).map(route -> route.method() + " " + route.path()).doesNotHaveDuplicates()
                .hasSize(12);
    }

    @Test
    void opensTheSameCallsAsTheTokenCheck() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        var settings = java.util.Objects.requireNonNull(yaml.getObject());
        List<String> open = PublicApi.routes().stream().filter(route -> route.access() == Route.Access.OPEN)
                .map(route -> route.method() + " " + route.path()).toList();
        assertThat(open).containsExactly(settings.getProperty("timeline.security.open[0]"),
                settings.getProperty("timeline.security.open[1]"));
    }
}
