package timeline.testkit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.StringUtils;

/**
 * All {@code timeline.*} keys that one service takes, with the defaults that it has: those of the settings records on its class path, and
 * what its {@code application.yml} makes of them.
 */
public final class ServiceSettings {
    private static final String OURS = "timeline.";
    private static final Pattern URLS = Pattern.compile("timeline\\.[a-z]+-service\\.urls");
    private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]$");
    private static final String KEYS = "timeline/edge/settings/keys.txt";

    private final String service;
    private final Map<String, String> defaults = new TreeMap<>();

    /** Of the service on this class path. */
    public static ServiceSettings of(String service) {
        return new ServiceSettings(service);
    }

    private ServiceSettings(String service) {
        this.service = service;
        records().forEach(record -> defaults.putAll(SettingsKeys.defaults(record)));
        defaults.keySet().removeIf(key -> !key.startsWith(OURS));
        yaml("edge-defaults.yml").forEach(this::override);
        yaml("application.yml").forEach(this::override);
    }

    /**
     * Both ways: whatever the service takes is in {@code keys.txt}, by which it refuses others at its start, and in the operator's table,
     * with the same default; and whatever these two say that it takes, it does.
     */
    public void assertDocumented() {
        assertThat(listed()).as("keys.txt, lines with %s or *", service).isEqualTo(defaults.keySet());
        ConfigurationTable table = ConfigurationTable.read();
        assertThat(table.keys(service)).as("docs/operations.md, rows of %s", service).isEqualTo(defaults.keySet());
        defaults.forEach((key, value) -> assertThat(table.defaultOf(key, service))
                .as("docs/operations.md, default of %s", key).isEqualTo(ConfigurationTable.cell(value)));
    }

    private void override(String key, String value) {
        String plain = INDEX.matcher(key).replaceAll("");
        if (!plain.equals(key)) {
            defaults.merge(plain, value, (before, next) -> before.isEmpty() ? next : before + "," + next);
            return;
        }
        assertThat(defaults.containsKey(plain) || URLS.matcher(plain).matches() || plain.equals("timeline.secrets"))
                .as("%s is set in the service's own file, so somebody must read it", key).isTrue();
        defaults.put(plain, value);
    }

    private Set<String> listed() {
        try (Stream<String> lines = new ClassPathResource(KEYS).getContentAsString(StandardCharsets.UTF_8).lines()) {
            Set<String> keys = new TreeSet<>();
            lines.filter(line -> !line.startsWith("#")).map(line -> StringUtils.tokenizeToStringArray(line, " "))
                    .forEach(words -> {
                        for (int i = 1; i < words.length; i++) {
                            if (words[i].equals("*") || words[i].equals(service)) {
                                keys.add(words[0]);
                            }
                        }
                    });
            return keys;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Class<?>> records() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("timeline").stream().map(found -> {
            try {
                return Class.forName(found.getBeanClassName());
            } catch (ClassNotFoundException impossible) {
                throw new LinkageError("found and not found", impossible);
            }
        });
    }

    private static Map<String, String> yaml(String resource) {
        YamlPropertiesFactoryBean file = new YamlPropertiesFactoryBean();
        file.setResources(new ClassPathResource(resource));
        Properties flat = file.getObject();
        Map<String, String> keys = new TreeMap<>();
        if (flat != null) {
            flat.stringPropertyNames().stream().filter(key -> key.startsWith(OURS))
                    .forEach(key -> keys.put(key, flat.getProperty(key)));
        }
        return keys;
    }
}
