package timeline.tweetstore.cassandra;

/**
 * The tables that are laid out as an outbox is: rows that live for seconds, in partitions of (shard, 10 s of writing), and beside them a
 * watermark for each shard. Whatever looks through one of them costs the same in the other (ADR 0002).
 */
enum OutboxTable {
    /** What is owed to Kafka. */
    EVENTS("outbox", "outbox_watermarks"),
    /** What is owed to the home timelines. */
    DELIVERIES("owed_deliveries", "owed_delivery_watermarks");

    private final String rows;
    private final String watermarks;

    OutboxTable(String rows, String watermarks) {
        this.rows = rows;
        this.watermarks = watermarks;
    }

    /** The table's name, for the text of statements. */
    String rows() {
        return rows;
    }

    /** The name of the table of watermarks. */
    String watermarks() {
        return watermarks;
    }
}
