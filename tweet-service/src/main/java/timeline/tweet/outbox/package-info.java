/** Getting events out: at once if Kafka takes them, later if not, never not at all (ADR 0002). */
@NullMarked
package timeline.tweet.outbox;

import org.jspecify.annotations.NullMarked;
