package timeline.tour;

import timeline.client.Session;
import timeline.client.TimelineClient;

/**
 * The people of one tour; new ones each time, so that one tour does not see another's tweets.
 *
 * @param author is followed by the others
 * @param reader follows the author throughout
 * @param leaver follows the author until the end of it
 */
record Cast(Session author, Session reader, Session leaver) {
    /** @param suffix at most 8 of the characters that a username may have */
    static Cast gather(TimelineClient client, String suffix) {
        return new Cast(client.register("ada_" + suffix), client.register("grace_" + suffix),
                client.register("linus_" + suffix));
    }
}
