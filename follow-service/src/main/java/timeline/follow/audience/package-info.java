/**
 * The graph as the fan-out and the timelines need it: whom a tweet is for, and whether it is pushed to them or left for them to pull
 * (ADR 0004). A follower who is not pushed to must see the author in the pull set: that is why both are read in one snapshot of
 * one database.
 */
@NullMarked
package timeline.follow.audience;

import org.jspecify.annotations.NullMarked;
