package timeline.home;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.home.Scene.user;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.home.TimelineAnswer.Page;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

class NewTweetsTest {
    private static final UserId READER = user(1);
    private static final UserId AUTHOR = user(2);

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    /** It was posted a moment before the store went down, and nobody has read it: without its body the page would be none. */
    @Test
    void aTweetThatNobodyHasReadCanBeShownWhenTheStoreIsDown() {
        scene.askWhatWasDeleted();
        scene.follow(READER, AUTHOR);
        scene.first(READER);
        scene.pass(Duration.ofMillis(1));
        Tweet unread = scene.owe(AUTHOR);
        scene.fanOut(unread);
        scene.newTweets.look();
        scene.pass(Duration.ofSeconds(2));
        scene.askWhatWasDeleted();
        scene.tweets.failEverything();

        Page page = scene.first(READER);

        assertThat(page.tweets()).containsExactly(unread);
        assertThat(page.degraded()).contains(Degraded.OWN_TWEETS).doesNotContain(Degraded.STORE);
    }

    @Test
    void whatIsNewIsLookedUpOnceForAll() {
        scene.askWhatWasDeleted();
        scene.pass(Duration.ofMillis(1));
        scene.owe(AUTHOR);
        scene.owe(AUTHOR);

        scene.newTweets.look();
        scene.newTweets.look();

        assertThat(scene.tweets.lookUps.get()).isEqualTo(1);
    }
}
