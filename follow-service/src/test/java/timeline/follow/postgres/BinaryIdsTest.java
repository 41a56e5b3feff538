package timeline.follow.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import timeline.follow.audience.UserIds;

class BinaryIdsTest {
    private static final int BIGINT_OID = 20;

    @Test
    void readsWhatPostgresSends() {
        // SELECT array_send(ARRAY[1, 9223372036854775807]::bigint[])
        byte[] sent = HexFormat.of().parseHex("0000000100000000000000140000000200000001"
                + "000000080000000000000001" + "000000087fffffffffffffff");

        assertThat(BinaryIds.decode(sent)).isEqualTo(UserIds.of(1, Long.MAX_VALUE));
    }

    @Test
    void readsAnEmptyArrayWhichHasNoDimension() {
        byte[] sent = ByteBuffer.allocate(12).putInt(0).putInt(0).putInt(BIGINT_OID).array();

        assertThat(BinaryIds.decode(sent)).isEqualTo(UserIds.of());
    }

    @Test
    void refusesNulls() {
        byte[] sent = ByteBuffer.allocate(24).putInt(1).putInt(1).putInt(BIGINT_OID).putInt(1).putInt(1).putInt(-1)
                .array();

        assertThatIllegalArgumentException().isThrownBy(() -> BinaryIds.decode(sent));
    }
}
