package timeline.tweet.http;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import timeline.identity.Caller;
import timeline.deadline.Deadline;
import timeline.edge.Problem;
import timeline.edge.ProblemException;
import timeline.id.TweetId;
import timeline.tweet.DeleteTweet;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;

/** {@code GET} and {@code DELETE /v1/tweets/{tweet_id}}. */
@RestController
public final class TweetController {
    private final Tweets tweets;
    private final DeleteTweet deleteTweet;

    public TweetController(Tweets tweets, DeleteTweet deleteTweet) {
        this.tweets = tweets;
        this.deleteTweet = deleteTweet;
    }

    @GetMapping("/v1/tweets/{tweet_id}")
    ShownTweet show(@PathVariable("tweet_id") TweetId id) {
        Tweet tweet = tweets.findAll(List.of(id), Deadline.current()).get(id);
        if (tweet == null) {
            throw unknown(id);
        }
        return ShownTweet.of(tweet);
    }

    @DeleteMapping("/v1/tweets/{tweet_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable("tweet_id") TweetId id) {
        switch (deleteTweet.delete(id, caller.id())) {
            case DELETED -> {
            }
            case NOT_THE_AUTHOR -> throw Problem.FORBIDDEN.because("Only its author may delete a tweet.");
            case UNKNOWN -> throw unknown(id);
        }
    }

    private static ProblemException unknown(TweetId id) {
        return Problem.NOT_FOUND.because("There is no tweet " + id + ".");
    }
}
