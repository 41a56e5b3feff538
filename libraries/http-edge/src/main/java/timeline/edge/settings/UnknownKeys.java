package timeline.edge.settings;

import java.util.Set;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import timeline.settings.BadSettingException;

/**
 * Refuses {@code timeline.*} keys that nobody reads: a misspelled limit would otherwise be no limit, without a word. What is given to one
 * service must be known to it; what is given to a process's surroundings (environment, system properties), to anybody.
 */
final class UnknownKeys implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Set<String> SURROUNDINGS = Set.of(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    private final KnownKeys known;

    /** Made by Spring Boot, which has it from {@code spring.factories}. */
    UnknownKeys() {
        this(KnownKeys.ofTheProduct());
    }

    UnknownKeys(KnownKeys known) {
        this.known = known;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        String service = environment.getProperty("spring.application.name", "");
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                refuseUnknown(listed, service);
            }
        }
    }

    private void refuseUnknown(EnumerablePropertySource<?> source, String service) {
        boolean shared = SURROUNDINGS.contains(source.getName());
        for (String name : source.getPropertyNames()) {
            if (KnownKeys.isOurs(name) && !(shared ? known.isKnown(name) : known.isTaken(name, service))) {
                throw new BadSettingException(name + " is set (" + source.getName() + "), but "
                        + (shared ? "no service knows such a setting" : service + " knows no such setting")
                        + "; docs/operations.md has those that there are");
            }
        }
    }
}
