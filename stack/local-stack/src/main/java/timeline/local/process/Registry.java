package timeline.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import timeline.stores.Launch;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who was started: one JSON file for each component, so that any later launcher can adopt or stop what a killed one left
 * behind. A file is written by the new process itself and by renaming, so it is whole whenever it is there.
 */
public final class Registry {
    private static final String SUFFIX = ".json";
    /** In ASCII alone: the shell that writes the file gets the text in the encoding of file names, which need not be UTF-8. */
    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Path folder;

    public Registry(Path folder) {
        this.folder = folder;
    }

    /** The entry of a component, whether its process still lives or not. */
    public Optional<Entry> find(String name) {
        Path file = file(name);
        try {
            JsonNode entry = JSON.readTree(Files.readString(file));
            ProcessId process = new ProcessId(entry.path("pid").asLong(), entry.path("birth").asString());
            return Optional.of(new Entry(name, process, new Signal(entry.path("stop").asString()),
                    entry.path("version").asString("")));
        } catch (IOException | JacksonException | IllegalArgumentException noneOrNotOurs) {
            return Optional.empty();
        }
    }

    /** All entries, by name. */
    public List<Entry> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(SUFFIX)).sorted()
                    .map(file -> file.substring(0, file.length() - SUFFIX.length())).map(this::find)
                    .flatMap(Optional::stream).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("can't read " + folder, unreadable);
        }
    }

    /** Removes an entry. The process must have ended: an entry is all by which it can be found. */
    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException undeletable) {
            throw new UncheckedIOException("can't delete " + file(name), undeletable);
        }
    }

    Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    /** The entry without pid, birth and closing brace, which the new process adds. */
    static String beginning(String name, Signal stop, String version, Launch launch) {
        String json = JSON.createObjectNode().put("name", name).put("stop", stop.name()).put("version", version)
                .put("program", launch.command().getFirst()).put("log", launch.log().toString()).toString();
        return json.substring(0, json.length() - 1) + ",";
    }
}
