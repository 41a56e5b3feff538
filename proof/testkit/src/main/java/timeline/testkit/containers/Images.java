package timeline.testkit.containers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** The pinned images of the stores, from {@code images.properties}. */
record Images(String postgres, String redis, String kafka, String cassandra) {
    static Images pinned() {
        Properties names = new Properties();
        try (InputStream file = Images.class.getResourceAsStream("images.properties")) {
            names.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Images(name(names, "postgres"), name(names, "redis"), name(names, "kafka"),
                name(names, "cassandra"));
    }

    List<String> all() {
        return List.of(postgres, redis, kafka, cassandra);
    }

    private static String name(Properties names, String store) {
        String name = names.getProperty(store);
        if (name == null) {
            throw new IllegalStateException("images.properties does not name an image for " + store);
        }
        return name;
    }
}
