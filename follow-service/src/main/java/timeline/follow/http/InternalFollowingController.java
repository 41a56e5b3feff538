package timeline.follow.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import timeline.follow.audience.Audiences;
import timeline.follow.audience.Following;
import timeline.follow.audience.FollowingVersion;
import timeline.id.UserId;

/**
 * Whom a user reads, asked with every read of a timeline. A reader that knows the last answer sends its tag, and is told
 * 304 after a read of one row by its key; linearizable all the same, since the version is committed with what it counts.
 */
@RestController
public final class InternalFollowingController {
    /** What an answer of another form said, that of an older or a younger instance, is not what this one would say. */
    private static final String FORM = "\"2.";

    private final Audiences audiences;

    public InternalFollowingController(Audiences audiences) {
        this.audiences = audiences;
    }

    @GetMapping("/internal/v1/users/{user_id}/following")
    ResponseEntity<Answer> following(@PathVariable("user_id") UserId user,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable List<String> known) {
        if (known != null) {
            String current = tag(audiences.version(user));
            if (known.contains(current)) {
                return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(current).build();
            }
        }
        Following following = audiences.following(user);
        return ResponseEntity.ok().eTag(tag(following.version()))
                .body(new Answer(following.following().toArray(), following.pulled().toArray(), Leaving.of(following),
                        following.owed().toArray()));
    }

    private static String tag(FollowingVersion version) {
        return FORM + version.follows() + "." + version.pullSetEpoch() + "\"";
    }

    /** Ids as JSON numbers. */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    record Answer(long[] following, long[] pulled, List<Leaving> leaving, long[] owed) {}

    /** A pulled author on the way out: tweets from {@code untilTweetId} on are not to be pulled. */
    record Leaving(long authorId, long untilTweetId) {
        static List<Leaving> of(Following following) {
            return following.leaving().entrySet().stream()
                    .map(author -> new Leaving(author.getKey().value(), author.getValue().value())).toList();
        }
    }
}
