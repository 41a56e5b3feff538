/**
 * Users and whom they follow: the social graph, and its rules. The arrows that leave it are {@link timeline.follow.Users} and
 * {@link timeline.follow.FollowStore} (PostgreSQL); what the fan-out and the timelines read is in {@code audience}, how a follow
 * becomes known to them in {@code outbox}.
 */
@NullMarked
package timeline.follow;

import org.jspecify.annotations.NullMarked;
