package timeline.stores.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import timeline.stores.EmbeddedStore;
import timeline.stores.Folders;
import timeline.stores.Installation;
import timeline.stores.Jvm;
import timeline.stores.Launch;
import timeline.stores.Surroundings;

/** One Kafka node. Topics are created by the services that own them, never by a misspelt name. */
public record KafkaBroker(Installation installation, int port, int controllerPort, Path directory, Path log,
        Jvm jvm) implements EmbeddedStore {
    /** A heap that four kills under full load were survived with; more for many partitions. */
    public static final int HEAP_MEGABYTES = 160;

    private static final String DATA = "data";
    private static final String MAIN = "timeline.stores.kafka.server.KafkaServer";
    /** Base64 of 16 bytes that read "timeline-timelin": every data folder is of the same cluster. */
    private static final String CLUSTER_ID = "dGltZWxpbmUtdGltZWxpbg";

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, controllerPort);
    }

    @Override
    public Launch prepare() throws IOException {
        String classPath = installation.classPath("kafka");
        Path data = directory.resolve(DATA);
        Folders.createPrivate(directory);
        Path formatted = directory.resolve("formatted");
        if (!Files.exists(formatted)) {
            Folders.delete(data);
        }
        Files.createDirectories(data);
        Path properties = Files.writeString(directory.resolve("server.properties"),
                KafkaSettings.of(port, controllerPort, DATA));
        List<String> command = new ArrayList<>(List.of(installation.java().toString()));
        command.addAll(jvm.flags());
        command.addAll(Surroundings.fresh(directory.resolve("tmp")).flags());
        command.add(Jvm.ownLog(directory, log));
        command.addAll(List.of("-cp", classPath, MAIN, properties.toString(), CLUSTER_ID, formatted.toString()));
        return new Launch(command, Map.of(), directory, log);
    }

    @Override
    public boolean isReady() {
        return answers(port);
    }

    /** Whether a broker that its controller has admitted answers on this loopback port. */
    public static boolean answers(int port) {
        return KafkaProbe.isServing(port);
    }
}
