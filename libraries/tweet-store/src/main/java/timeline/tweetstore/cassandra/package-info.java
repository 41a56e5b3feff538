/**
 * The tweets in Cassandra. One class for each statement: the folder lists the ways in which the tables are reached. The tables
 * themselves are in {@code tweets.cql}, the driver's settings in {@code DriverOptions}.
 */
@NullMarked
package timeline.tweetstore.cassandra;

import org.jspecify.annotations.NullMarked;
