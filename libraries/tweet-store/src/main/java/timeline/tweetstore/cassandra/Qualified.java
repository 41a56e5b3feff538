package timeline.tweetstore.cassandra;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements that name the keyspace of their table. Cassandra warns of every other one that is prepared, since what it means depends on
 * who asks; and our statements are written without, since the keyspace is a setting.
 */
final class Qualified {
    private static final Pattern TABLE = Pattern.compile(
            "^(\\s*(?:SELECT\\b.*?\\bFROM|DELETE\\b.*?\\bFROM|INSERT\\s+INTO|UPDATE|CREATE\\s+TABLE(?:\\s+IF\\s+NOT\\s+EXISTS)?|ALTER\\s+TABLE)\\s+)([a-z][a-z0-9_]*)(?![a-z0-9_.])",
            Pattern.DOTALL);

    private Qualified() {
    }

    /**
     * @param cql one statement about one table, in our own style: keywords in capitals, the table in small letters
     * @throws IllegalArgumentException when no table is found in it, or one that has a keyspace already
     */
    static String cql(String cql, String keyspace) {
        Matcher table = TABLE.matcher(cql);
        if (!table.find()) {
            throw new IllegalArgumentException("no table without a keyspace in: " + cql);
        }
        return table.group(1) + keyspace + "." + cql.substring(table.start(2));
    }
}
