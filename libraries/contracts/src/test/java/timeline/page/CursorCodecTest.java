package timeline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.id.UserId;

class CursorCodecTest {
    private static final UserId ALICE = new UserId(7);
    private static final UserId BOB = new UserId(8);
    private static final byte[] KEY = key(1);

    private final CursorCodec codec = new CursorCodec(List.of(KEY));

    @RepeatedTest(100)
    void givesBackThePositionThatItWasGiven(RepetitionInfo seed) {
        SplittableRandom random = new SplittableRandom(seed.getCurrentRepetition());
        long position = random.nextLong();
        UserId caller = new UserId(random.nextLong(1, Long.MAX_VALUE));

        assertThat(codec.decode(caller, "home", codec.encode(caller, "home", position))).isEqualTo(position);
    }

    @Test
    void refusesTheCursorOfAnotherUser() {
        String cursor = codec.encode(ALICE, "home", 42);

        refuses(BOB, "home", cursor);
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        String cursor = codec.encode(ALICE, "user-tweets:9", 42);

        refuses(ALICE, "user-tweets:8", cursor);
        refuses(ALICE, "home", cursor);
    }

    @Test
    void refusesACursorWithAnyOneCharacterChanged() {
        String cursor = codec.encode(ALICE, "home", 42);
        for (int i = 0; i < cursor.length(); i++) {
            for (char other : "AZaz09-_=%".toCharArray()) {
                if (cursor.charAt(i) != other) {
                    refuses(ALICE, "home", cursor.substring(0, i) + other + cursor.substring(i + 1));
                }
            }
        }
    }

    @Test
    void refusesACursorThatWasCutOrExtended() {
        String cursor = codec.encode(ALICE, "home", 42);
        for (int length = 0; length < cursor.length(); length++) {
            refuses(ALICE, "home", cursor.substring(0, length));
        }
        refuses(ALICE, "home", cursor + "A");
        refuses(ALICE, "home", cursor + "=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "0", "next", "../..", "ñ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesWhatNeverWasACursor(String text) {
        refuses(ALICE, "home", text);
    }

    @Test
    void acceptsCursorsOfTheFormerKeyAfterARotation() {
        String old = codec.encode(ALICE, "home", 42);
        CursorCodec rotated = new CursorCodec(List.of(key(2), KEY));

        assertThat(rotated.decode(ALICE, "home", old)).isEqualTo(42);
        assertThat(rotated.encode(ALICE, "home", 42)).isNotEqualTo(old);
    }

    @Test
    void refusesCursorsOfAForgottenKey() {
        String old = codec.encode(ALICE, "home", 42);

        assertThatThrownBy(() -> new CursorCodec(List.of(key(2))).decode(ALICE, "home", old))
                .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void needsALongEnoughKey() {
        assertThatThrownBy(() -> new CursorCodec(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CursorCodec(List.of(new byte[31]))).isInstanceOf(IllegalArgumentException.class);
    }

    private void refuses(UserId caller, String list, String cursor) {
        assertThatThrownBy(() -> codec.decode(caller, list, cursor)).as(cursor)
                .isInstanceOf(InvalidCursorException.class);
    }

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        new java.util.Random(seed).nextBytes(key);
        return key;
    }
}
