package timeline.follow.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class PersistentDataSourceTest {
    private static final Connection CONNECTION = (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
            new Class<?>[]{Connection.class}, (proxy, method, arguments) -> null);

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void connectsAtOnceWhenItCan() throws SQLException {
        assertThat(back(0, pauses::add).getConnection()).isSameAs(CONNECTION);
        assertThat(pauses).isEmpty();
    }

    @Test
    void afterAnOutageOfAMinuteItIsBackWithinAQuarterOfASecond() throws SQLException {
        assertThat(back(240, pauses::add).getConnection()).isSameAs(CONNECTION);
        assertThat(pauses).hasSize(240).containsOnly(Duration.ofMillis(250));
    }

    @Test
    void givesUpWhenThePoolIsClosed() {
        PersistentDataSource away = back(Integer.MAX_VALUE, time -> {
            throw new InterruptedException();
        });
        assertThatThrownBy(away::getConnection).isInstanceOf(SQLException.class).hasMessage("away");
        assertThat(Thread.interrupted()).isTrue();
    }

    /** A database that refuses so many times before it lets anybody in. */
    private static PersistentDataSource back(int refusals, PersistentDataSource.Pause pause) {
        return new PersistentDataSource(new AbstractDataSource() {
            private int asked;

            @Override
            public Connection getConnection() throws SQLException {
                if (asked++ < refusals) {
                    throw new SQLException("away");
                }
                return CONNECTION;
            }

            @Override
            public Connection getConnection(String user, String password) {
                throw new UnsupportedOperationException();
            }
        }, pause);
    }
}
