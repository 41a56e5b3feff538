package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * Creates the keyspace and the tables of commented {@code .cql} resources. Applying it again changes nothing, so each service that
 * owns tables applies them at each start.
 */
public final class Schema {
    private final CassandraSession session;

    public Schema(CassandraSession session) {
        this.session = session;
    }

    /**
     * @param owner a class beside the resources
     * @throws TweetsUnavailableException when Cassandra did not confirm; what was created by then stays
     */
    public void apply(Class<?> owner, String... resources) {
        createKeyspace();
        for (String resource : resources) {
            statements(text(owner, resource)).forEach(this::execute);
        }
    }

    /** The tables of this module. */
    public void applyTweets() {
        apply(Schema.class, "tweets.cql");
    }

    private void createKeyspace() {
        // Neither can be bound; both were checked by the settings. The strategy spreads the replicas over every datacenter.
        CassandraSettings settings = session.settings();
        String cql = "CREATE KEYSPACE IF NOT EXISTS " + settings.keyspace()
                + " WITH replication = {'class': 'NetworkTopologyStrategy', 'replication_factor': "
                + settings.replicas()
                + "}";
        session.execute(SimpleStatement.newInstance(cql).setExecutionProfileName(DriverOptions.SCHEMA));
    }

    private void execute(String ddl) {
        session.execute(SimpleStatement.newInstance(Qualified.cql(ddl, session.settings().keyspace()))
                .setExecutionProfileName(DriverOptions.SCHEMA));
    }

    static List<String> statements(String script) {
        String withoutComments = script.replaceAll("(?m)--.*$", "");
        return Arrays.stream(withoutComments.split(";\\s*(?:\\R|$)")).map(String::strip).filter(cql -> !cql.isEmpty())
                .toList();
    }

    private static String text(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource + " beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
