package timeline.stores.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ScramLoginTest {
    private static final String CHALLENGE = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";

    /** RFC 7677's example but for the user, whom PostgreSQL knows already: the proof was made with an empty one. */
    @Test
    void provesThatItKnowsThePasswordAndAsksTheServerToo() throws IOException {
        ScramLogin login = new ScramLogin("pencil", "rOprNGfwEbeRWgbNEkqO");
        assertThat(login.first()).isEqualTo("n,,n=,r=rOprNGfwEbeRWgbNEkqO");
        assertThat(login.last(CHALLENGE))
                .startsWith("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=");
        assertThatThrownBy(() -> login.verify("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="))
                .isInstanceOf(IOException.class).hasMessageContaining("does not know");
    }

    @Test
    void answersNoServerThatAnswersSomebodyElse() {
        ScramLogin login = new ScramLogin("pencil", "another");
        assertThatThrownBy(() -> login.last(CHALLENGE)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> login.last("nonsense")).isInstanceOf(IOException.class);
        assertThatCode(() -> new ScramLogin("pencil").first()).doesNotThrowAnyException();
    }
}
