package timeline.follow.http;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import timeline.edge.Problem;
import timeline.follow.audience.PullSet;
import timeline.follow.audience.PulledAuthor;
import timeline.id.TweetId;
import timeline.id.UserId;

/** The fan-out moves authors into the pull set and out of it. */
@RestController
@RequestMapping("/internal/v1/pulled-authors/{author_id}")
public final class InternalPullSetController {
    private final PullSet pullSet;

    public InternalPullSetController(PullSet pullSet) {
        this.pullSet = pullSet;
    }

    @PutMapping
    Pulled enter(@PathVariable("author_id") UserId author, @RequestBody Entry body) {
        if (body.fromTweetId() <= 0) {
            throw Problem.VALIDATION.at("/from_tweet_id", "A tweet id is expected.");
        }
        return Pulled.of(pullSet.enter(author, new TweetId(body.fromTweetId())));
    }

    @PostMapping("/leave")
    Pulled leave(@PathVariable("author_id") UserId author) {
        return pullSet.leave(author).map(Pulled::of)
                .orElseThrow(() -> Problem.NOT_FOUND.because("The author is not in the pull set."));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable("author_id") UserId author, @RequestParam long epoch) {
        if (!pullSet.remove(author, epoch)) {
            throw Problem.CONFLICT.because("The author has entered again, or is not leaving.");
        }
    }

    record Entry(long fromTweetId) {}

    record Pulled(long pulledFrom, long epoch) {
        static Pulled of(PulledAuthor author) {
            return new Pulled(author.from().value(), author.epoch());
        }
    }
}
