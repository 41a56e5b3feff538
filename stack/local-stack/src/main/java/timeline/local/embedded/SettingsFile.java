package timeline.local.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import timeline.local.Settings;
import timeline.local.Settings.Compiler;
import timeline.local.StackException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Remembers what the stack was started with, for the commands after {@code up}. There from the moment {@code up} begins until
 * {@code down} is done. The threshold is not among it: the follow-service keeps it.
 */
final class SettingsFile {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * What is remembered.
     *
     * @param complete whether {@code up} has come to its end
     */
    record Remembered(Settings settings, boolean complete) {}

    /** Empty when the stack is down. */
    Optional<Remembered> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            Map<String, Integer> ports = new HashMap<>();
            json.path("ports").forEachEntry((name, port) -> ports.put(name, port.asInt()));
            Settings settings = new Settings(json.path("ha").asBoolean(), OptionalLong.empty(),
                    json.path("port_offset").asInt(), ports,
                    Compiler.valueOf(json.path("compiler").asString()));
            return Optional.of(new Remembered(settings, json.path("complete").asBoolean()));
        } catch (IOException | JacksonException | IllegalArgumentException damaged) {
            throw new StackException(file + " is damaged: run ./timeline down", damaged);
        }
    }

    void write(Remembered remembered) {
        Settings settings = remembered.settings();
        ObjectNode json = JSON.createObjectNode().put("complete", remembered.complete()).put("ha", settings.ha())
                .put("port_offset", settings.portOffset()).put("compiler", settings.compiler().name());
        ObjectNode ports = json.putObject("ports");
        settings.ports().forEach(ports::put);
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, json + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("can't write " + file, unwritable);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException("can't delete " + file, undeletable);
        }
    }
}
