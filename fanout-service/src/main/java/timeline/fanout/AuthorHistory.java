package timeline.fanout;

import java.util.List;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweets;

/**
 * An author's newest tweets as entries, never more than a timeline can hold.
 *
 * @param entries newest first
 * @param completeFrom from this id on the entries are all there is; {@link TweetId#EARLIEST} when they are all that was asked for
 */
record AuthorHistory(List<HomeTimelineEntry> entries, TweetId completeFrom) {
    /** @param from nothing older is asked for; {@link TweetId#EARLIEST} for everything */
    static AuthorHistory read(Tweets tweets, UserId author, TweetId from, Deadline deadline) {
        List<HomeTimelineEntry> newest = tweets.ofAuthor(author, TweetId.LATEST, HomeTimelineReader.CAPACITY, deadline)
                .stream()
                .map(tweet -> new HomeTimelineEntry(tweet.id(), author)).toList();
        List<HomeTimelineEntry> asked = newest.stream().takeWhile(entry -> !entry.tweet().isBefore(from)).toList();
        boolean cutOff = asked.size() == HomeTimelineReader.CAPACITY;
        return new AuthorHistory(asked, cutOff ? asked.getLast().tweet() : TweetId.EARLIEST);
    }
}
