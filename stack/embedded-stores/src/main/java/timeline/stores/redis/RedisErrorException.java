package timeline.stores.redis;

import java.io.IOException;

/** Redis understood the connection but refused the command; the message is its own. */
public final class RedisErrorException extends IOException {
    RedisErrorException(String message) {
        super(message);
    }
}
