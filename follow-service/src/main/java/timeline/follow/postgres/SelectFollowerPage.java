package timeline.follow.postgres;

import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.audience.Audience;
import timeline.follow.audience.FollowerPage;
import timeline.follow.audience.UserIds;
import timeline.id.UserId;

/**
 * A page of followers for the fan-out, with what it decides by, in one statement and so in one snapshot. The ids come as one value,
 * from the index alone.
 */
final class SelectFollowerPage {
    private static final String SQL = """
            SELECT array_send(ARRAY(SELECT follower_id FROM follows
                                    WHERE followee_id = ? AND follower_id > ?
                                    ORDER BY follower_id LIMIT ?)) AS followers,
                   (SELECT coalesce(sum(followers), 0)::bigint FROM follower_counts WHERE user_id = ?) AS follower_count,
                   (SELECT followers FROM push_threshold) AS threshold,
                   p.author_id, p.pulled_from, p.pulled_until, p.epoch
            FROM (VALUES (true)) AS one (row)
            LEFT JOIN pulled_authors p ON p.author_id = ?""";

    private SelectFollowerPage() {
    }

    static FollowerPage run(JdbcClient jdbc, UserId author, long after, int limit) {
        // One more than asked for tells whether there is a next page.
        return jdbc.sql(SQL).params(author.value(), after, limit + 1, author.value(), author.value())
                .query((row, number) -> page(BinaryIds.decode(row.getBytes("followers")), limit,
                        new Audience(row.getLong("follower_count"), row.getLong("threshold"), PulledRow.optional(row))))
                .single();
    }

    private static FollowerPage page(UserIds found, int limit, Audience audience) {
        UserIds followers = found.first(limit);
        OptionalLong next = found.size() > limit ? OptionalLong.of(followers.last()) : OptionalLong.empty();
        return new FollowerPage(followers, next, audience);
    }
}
