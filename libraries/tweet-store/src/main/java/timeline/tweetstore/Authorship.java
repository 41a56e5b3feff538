package timeline.tweetstore;

import timeline.id.UserId;

/**
 * Who wrote a tweet, and whether it is still there. Outlives the tweet's text, so that its author may repeat a delete and others
 * still learn that it is not theirs.
 */
public record Authorship(UserId author, boolean deleted) {}
