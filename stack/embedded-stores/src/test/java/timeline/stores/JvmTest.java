package timeline.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JvmTest {
    @Test
    void startsSoonOrRunsFast() {
        assertThat(new Jvm(160, Jvm.Compilation.QUICK).flags()).contains("-Xmx160m", "-XX:TieredStopAtLevel=1");
        assertThat(new Jvm(160, Jvm.Compilation.FULL).flags()).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void refusesAHeapThatNoStoreStartsIn() {
        assertThatThrownBy(() -> new Jvm(32, Jvm.Compilation.QUICK)).hasMessageContaining("32 MB");
    }

    @Test
    void aStoreIsToldWhereItsLogIsAsSeenFromItsDirectory() {
        assertThat(Jvm.ownLog(Path.of("/a %d/data/kafka"), Path.of("/a %d/log/kafka.log")))
                .isEqualTo("-Dtimeline.log=../../log/kafka.log");
    }
}
