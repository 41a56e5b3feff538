package timeline.testkit.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import timeline.stores.Installation;

class ImagesTest {
    private static final Pattern IMAGE = Pattern.compile("^\\s*image:\\s*(\\S+)", Pattern.MULTILINE);

    @Test
    void areTheImagesOfTheContainerStack() throws IOException {
        Path compose = Installation.fromSystemProperty().root().resolve("docker-compose.yml");
        assertThat(IMAGE.matcher(Files.readString(compose)).results().map(match -> match.group(1)))
                .containsAll(Images.pinned().all());
    }

    @Test
    void haveATag() {
        assertThat(Images.pinned().all()).allMatch(image -> image.contains(":"))
                .noneMatch(image -> image.endsWith("latest"));
    }
}
