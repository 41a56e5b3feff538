package timeline.stores;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Where the build put the stores' jars and archives, and where their binaries are unpacked to.
 *
 * @param root the repository's folder
 * @param home the folder of all state
 */
public record Installation(Path root, Path home) {
    /** Set by the build's test plugins and by the {@code timeline} script. */
    public static final String PROPERTY = "timeline.root";
    /** Set by the {@code timeline} script, from {@code TIMELINE_HOME}; the default is {@value #DEFAULT_HOME} below the root. */
    public static final String HOME_PROPERTY = "timeline.home";
    private static final String DEFAULT_HOME = ".timeline";

    /** With the state in its default place. */
    public Installation(Path root) {
        this(root, root.resolve(DEFAULT_HOME));
    }

    /** @throws StoreFailedException when the property is missing */
    public static Installation fromSystemProperty() {
        String root = System.getProperty(PROPERTY);
        if (root == null) {
            throw new StoreFailedException("the system property " + PROPERTY
                    + " is missing: set it to the folder of the repository (Maven and ./timeline do)");
        }
        return of(root, System.getProperty(HOME_PROPERTY));
    }

    static Installation of(String root, @Nullable String home) {
        Installation installation = new Installation(Path.of(root).toAbsolutePath().normalize());
        return home == null
                ? installation
                : new Installation(installation.root, Path.of(home).toAbsolutePath().normalize());
    }

    /** The archive that the build has copied, whatever its version. */
    public Path archive(String artifact) {
        Path folder = root.resolve("stack/embedded-stores/target/binaries");
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, artifact + "-*.jar")) {
            Iterator<Path> archives = found.iterator();
            if (archives.hasNext()) {
                return archives.next();
            }
            throw notBuilt(folder.resolve(artifact + "-*.jar"));
        } catch (java.nio.file.NoSuchFileException absent) {
            throw notBuilt(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The class path of one store that is written in Java; never mixed with another's or with a service's. */
    public String classPath(String store) {
        Path target = root.resolve("stack/embedded-stores/servers").resolve(store).resolve("target");
        if (!Files.isDirectory(target.resolve("lib")) || !Files.isDirectory(target.resolve("classes"))) {
            throw notBuilt(target.resolve("lib"));
        }
        // The order matters: own classes replace those of the jars.
        return target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*";
    }

    /** Unpacked binaries, kept for all stacks and tests that keep their state here. */
    public Path binaries() {
        return home.resolve("bin");
    }

    /** The JVM that runs this code also runs the stores. */
    public Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private StoreFailedException notBuilt(Path missing) {
        return new StoreFailedException(
                missing + " is missing: build it with `mvn -pl stack/embedded-stores -am process-classes`"
                        + " in " + root);
    }
}
