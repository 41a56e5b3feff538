package timeline.follow.outbox;

import timeline.event.FollowEvent;

/**
 * An event that is committed and not yet known to be published.
 *
 * @param number grows in the order of the changes of one edge
 */
public record OutboxEntry(long number, FollowEvent event) {}
