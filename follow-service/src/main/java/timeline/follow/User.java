package timeline.follow;

import java.time.Instant;
import timeline.id.UserId;

/**
 * A registered user. Users never change and are never deleted: whoever has seen one may rely on it.
 *
 * @param createdAt to the millisecond
 */
public record User(UserId id, Username username, Instant createdAt) {}
