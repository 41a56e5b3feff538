package timeline.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import timeline.deadline.Deadline;
import timeline.home.bodies.Deletions;
import timeline.home.bodies.LatelyDeleted;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweet.deletions.RecentDeletions;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetStore;

/** The way by which readers learn of deletions, with one thing wrong (ADR 0028). */
final class BrokenBodies {
    private BrokenBodies() {
    }

    static List<BrokenDesign> all() {
        return List.of(new DeletionNotedAfterTheBatch(), new ExpiredRoundTrusted(), new OneInstanceAsked(),
                new NewEpochIgnored(), new DeletedBodyKeptAgain());
    }

    static final class DeletionNotedAfterTheBatch extends BrokenDesign {
        DeletionNotedAfterTheBatch() {
            super("a deletion is noted by whom the store has told that it is done", Workload.SCROLL, "G8");
        }

        @Override
        protected TweetStore noted(TweetStore store, RecentDeletions deletions) {
            return new ForwardingStore(store) {
                @Override
                public OutboxEntry delete(TweetId tweet, UserId author) {
                    OutboxEntry owed = super.delete(tweet, author);
                    deletions.note(tweet);
                    return owed;
                }
            };
        }
    }

    static final class ExpiredRoundTrusted extends BrokenDesign {
        ExpiredRoundTrusted() {
            super("what was told once is believed, however long ago that is", Workload.SCROLL, "G8");
        }

        @Override
        protected LatelyDeleted latelyDeleted(LatelyDeleted deleted) {
            return new LatelyDeleted() {
                private boolean wasCurrent;

                @Override
                public boolean isCurrent() {
                    wasCurrent |= deleted.isCurrent();
                    return wasCurrent;
                }

                @Override
                public boolean isGone(TweetId tweet) {
                    return deleted.isGone(tweet);
                }

                @Override
                public boolean rulesOut(TweetId tweet, long lookedUpAtNanos) {
                    return deleted.rulesOut(tweet, lookedUpAtNanos);
                }
            };
        }
    }

    static final class OneInstanceAsked extends BrokenDesign {
        OneInstanceAsked() {
            super("one instance of the tweet-service is asked for all of them", Workload.SCROLL, "G8");
        }

        @Override
        protected Deletions deletions(Deletions deletions) {
            return new Deletions() {
                @Override
                public Set<String> instances() {
                    return deletions.instances().stream().sorted().limit(1).collect(Collectors.toSet());
                }

                @Override
                public Told since(String instance, Optional<Mark> last, Deadline deadline) {
                    return deletions.since(instance, last, deadline);
                }
            };
        }
    }

    static final class NewEpochIgnored extends BrokenDesign {
        NewEpochIgnored() {
            super("an instance that was restarted is taken for the one that it was", Workload.SCROLL, "G8");
        }

        @Override
        protected Deletions deletions(Deletions deletions) {
            return new Deletions() {
                @Override
                public Set<String> instances() {
                    return deletions.instances();
                }

                @Override
                public Told since(String instance, Optional<Mark> last, Deadline deadline) {
                    Told told = deletions.since(instance, last, deadline);
                    return new Told(told.upTo(), true, told.deleted(), told.inDoubt());
                }
            };
        }
    }

    static final class DeletedBodyKeptAgain extends BrokenDesign {
        DeletedBodyKeptAgain() {
            super("a deleted body is dropped, and not refused when a look-up brings it once more", Workload.SCROLL,
                    "G8");
        }

        @Override
        protected LatelyDeleted latelyDeleted(LatelyDeleted deleted) {
            return new LatelyDeleted() {
                private final Set<TweetId> dropped = new HashSet<>();

                @Override
                public boolean isCurrent() {
                    return deleted.isCurrent();
                }

                @Override
                public boolean isGone(TweetId tweet) {
                    return false;
                }

                @Override
                public boolean rulesOut(TweetId tweet, long lookedUpAtNanos) {
                    return deleted.rulesOut(tweet, lookedUpAtNanos) && dropped.add(tweet);
                }
            };
        }
    }
}
