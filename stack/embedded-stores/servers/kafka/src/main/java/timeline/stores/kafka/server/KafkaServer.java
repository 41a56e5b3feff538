package timeline.stores.kafka.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * Formats the storage the first time, then becomes the broker; one JVM instead of the two of Kafka's own scripts. Whoever starts
 * it deletes a storage without marker: its formatting was cut short, and nothing was ever kept in it.
 */
public final class KafkaServer {
    private KafkaServer() {
    }

    /** Arguments: the properties file, the cluster's id, the marker that says "formatted". */
    public static void main(String[] arguments) throws IOException {
        String properties = arguments[0];
        String clusterId = arguments[1];
        Path marker = Path.of(arguments[2]);
        if (!Files.exists(marker)) {
            String[] format = {"format", "-t", clusterId, "-c", properties, "--standalone"};
            int status = StorageTool.execute(format, System.out);
            if (status != 0) {
                System.exit(status);
            }
            Files.createFile(marker);
        }
        Kafka.main(new String[]{properties});
    }
}
