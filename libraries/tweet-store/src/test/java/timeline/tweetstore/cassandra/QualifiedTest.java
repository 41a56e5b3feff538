package timeline.tweetstore.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualifiedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "SELECT a, from_b FROM tweets WHERE a = ?|SELECT a, from_b FROM k.tweets WHERE a = ?",
            "INSERT INTO tweets (a) VALUES (?)|INSERT INTO k.tweets (a) VALUES (?)",
            "INSERT INTO tweets(a) VALUES (?)|INSERT INTO k.tweets(a) VALUES (?)",
            "UPDATE tweets USING TTL ? SET a = ?|UPDATE k.tweets USING TTL ? SET a = ?",
            "DELETE FROM tweets USING TIMESTAMP ? WHERE a = ?|DELETE FROM k.tweets USING TIMESTAMP ? WHERE a = ?",
            "DELETE b FROM tweets WHERE a = ?|DELETE b FROM k.tweets WHERE a = ?",
            "CREATE TABLE IF NOT EXISTS tweets (a int)|CREATE TABLE IF NOT EXISTS k.tweets (a int)",
            "ALTER TABLE tweets ADD b int|ALTER TABLE k.tweets ADD b int"})
    void namesTheKeyspaceOfTheTable(String cql, String qualified) {
        assertThat(Qualified.cql(cql, "k")).isEqualTo(qualified);
    }

    @Test
    void findsTheTableOnAnotherLine() {
        assertThat(Qualified.cql("SELECT a\n  FROM tweets\n WHERE a = ?", "k"))
                .isEqualTo("SELECT a\n  FROM k.tweets\n WHERE a = ?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM other.tweets", "TRUNCATE tweets", "", "CREATE INDEX ON tweets (a)"})
    void refusesWhatItDoesNotUnderstand(String cql) {
        assertThatIllegalArgumentException().isThrownBy(() -> Qualified.cql(cql, "k"));
    }
}
