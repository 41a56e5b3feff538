package timeline.edge.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.CompositePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The settings that all services share, below everything that a service or its environment says. */
public final class EdgeDefaults implements EnvironmentPostProcessor {
    /** Boot keeps the source of this name last, so ours must be a part of it. */
    private static final String LAST = "defaultProperties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        MutablePropertySources sources = environment.getPropertySources();
        CompositePropertySource defaults = new CompositePropertySource(LAST);
        PropertySource<?> applications = sources.remove(LAST);
        if (applications != null) {
            defaults.addPropertySource(applications);
        }
        try {
            new YamlPropertySourceLoader().load("edge-defaults", new ClassPathResource("edge-defaults.yml"))
                    .forEach(defaults::addPropertySource);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        sources.addLast(defaults);
    }
}
