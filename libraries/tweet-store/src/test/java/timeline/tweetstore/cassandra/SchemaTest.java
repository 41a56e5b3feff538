package timeline.tweetstore.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void splitsAScriptIntoStatementsWithoutComments() {
        String script = """
                -- a table; with a semicolon in its comment
                CREATE TABLE a (
                    id int PRIMARY KEY   -- the key;
                );

                CREATE TABLE b (id int PRIMARY KEY);
                -- the end
                """;

        assertThat(Schema.statements(script)).hasSize(2).allMatch(cql -> !cql.contains("--") && !cql.contains(";"))
                .first().asString().startsWith("CREATE TABLE a").endsWith(")");
    }
}
