package timeline.system.crash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs {@link CrashAgent} for a JVM's {@code -javaagent}. */
final class AgentJar {
    private static final List<Class<?>> CLASSES = List.of(CrashAgent.class, TripwireWeaving.class, Tripwire.class);

    private AgentJar() {
    }

    static Path writeTo(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", CrashAgent.class.getName());
        Path jar = folder.resolve("crash-agent.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> type : CLASSES) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream bytes = Objects.requireNonNull(
                        AgentJar.class.getClassLoader().getResourceAsStream(name), name)) {
                    bytes.transferTo(out);
                }
            }
        }
        return jar;
    }
}
