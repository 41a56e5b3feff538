package timeline.identity;

import timeline.id.UserId;

/**
 * The authenticated user of a request, from the verified access token and from nothing else (G14). A controller method takes it
 * as a plain argument.
 *
 * @param id the token's {@code sub}
 * @param username the token's {@code preferred_username}
 */
public record Caller(UserId id, String username) {}
