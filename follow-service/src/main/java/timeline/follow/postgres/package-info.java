/**
 * The graph in PostgreSQL: one class for each access path, so that the list of files is the list of statements, and the ports of the
 * packages above composed of them. All statements are bound. The tables are in {@code db/migration}.
 *
 * <p>Locks are taken in one order, at most one of each kind in a transaction, or several followers' rows by their ids, so that no two transactions can wait for each other: the
 * follower's own row, the edge, its debt, the outbox (never contended), the shard of the followee's count; or the epoch of the pull set, then the
 * author's row in it.
 */
@NullMarked
package timeline.follow.postgres;

import org.jspecify.annotations.NullMarked;
