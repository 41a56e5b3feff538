package timeline.home;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.home.Scene.user;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.home.TimelineAnswer.Page;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

/** Scrolls to the end (G4, G5, G6): at every page size, over the floor, in quiet and with everything changing meanwhile. */
class CursorWalkTest {
    private static final UserId READER = user(1);
    private static final List<UserId> AUTHORS = List.of(user(11), user(12), user(13), user(14), user(15));
    private static final UserId CELEBRITY = user(20);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201, 799, 800, 801, 2000})
    void meetsEveryTweetOnceAtEveryPageSize(int size) {
        try (Scene scene = new Scene()) {
            List<Tweet> all = timelineOf(scene, size);
            List<TweetId> expected = all.stream().map(Tweet::id).toList();
            for (int limit = 1; limit <= 100; limit++) {
                // The small pages of the long timelines take most of the time and say the least.
                if (size < 2000 || limit > 10 || limit % 4 == 1) {
                    assertThat(scene.walk(READER, limit)).as("limit %d", limit).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void fillsEveryPageButTheLast() {
        try (Scene scene = new Scene()) {
            timelineOf(scene, 801);
            for (int limit : new int[]{1, 20, 89, 90, 100}) {
                List<Integer> sizes = new ArrayList<>();
                Optional<TweetId> next = Optional.of(TweetId.LATEST);
                while (next.isPresent()) {
                    Page page = scene.page(READER, next.get(), limit);
                    sizes.add(page.tweets().size());
                    next = page.next();
                }
                assertThat(sizes.subList(0, sizes.size() - 1)).as("limit %d", limit).allMatch(size -> size == limit);
                assertThat(sizes.getLast()).as("never an empty last page").isBetween(1, limit);
            }
        }
    }

    @Test
    void losesAndDoublesNothingWhileEverythingChanges() {
        for (int seed = 0; seed < 150; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            try (Scene scene = new Scene()) {
                new Scroll(scene, random).check("seed " + seed);
            }
        }
    }

    /** Newest first: authors who are pushed and a celebrity who is not, and now and then a tweet of the reader. */
    private static List<Tweet> timelineOf(Scene scene, int size) {
        AUTHORS.forEach(author -> scene.follow(READER, author));
        scene.follow(READER, CELEBRITY);
        scene.celebrate(CELEBRITY);
        List<Tweet> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            UserId author = i % 17 == 5 ? READER : i % 7 == 3 ? CELEBRITY : AUTHORS.get(i * 31 % AUTHORS.size());
            all.addFirst(scene.publish(author));
        }
        return all;
    }

    /** One scroll, with something happening between any two pages. */
    private static final class Scroll {
        private final Scene scene;
        private final SplittableRandom random;
        private final Set<TweetId> deleted = new HashSet<>();
        private final Set<UserId> unfollowed = new HashSet<>();
        private final List<Tweet> late = new ArrayList<>();

        Scroll(Scene scene, SplittableRandom random) {
            this.scene = scene;
            this.random = random;
        }

        void check(String seed) {
            List<Tweet> visible = timelineOf(scene, random.nextInt(1_500));
            if (random.nextBoolean()) {
                scene.first(READER);
            }
            int limit = 1 + random.nextInt(100);
            List<Tweet> met = new ArrayList<>();
            Optional<TweetId> next = Optional.of(TweetId.LATEST);
            while (next.isPresent()) {
                Page page = scene.page(READER, next.get(), limit);
                assertThat(page.tweets()).as(seed).noneMatch(tweet -> deleted.contains(tweet.id()))
                        .noneMatch(tweet -> unfollowed.contains(tweet.author()));
                met.addAll(page.tweets());
                next = page.next();
                somethingHappens(visible);
            }
            assertThat(met).as(seed).doesNotHaveDuplicates()
                    .isSortedAccordingTo(Comparator.comparing(Tweet::id).reversed());
            Set<Tweet> owed = visible.stream().filter(tweet -> !deleted.contains(tweet.id()))
                    .filter(tweet -> !unfollowed.contains(tweet.author())).collect(Collectors.toSet());
            assertThat(new HashSet<>(met)).as(seed).containsAll(owed);
        }

        private void somethingHappens(List<Tweet> visible) {
            switch (random.nextInt(9)) {
                case 0 -> scene.publish(AUTHORS.get(random.nextInt(AUTHORS.size())));
                case 1 -> {
                    for (int i = 0; i < 120; i++) {
                        scene.publish(AUTHORS.get(random.nextInt(AUTHORS.size())));
                    }
                }
                case 2 -> {
                    if (!visible.isEmpty()) {
                        Tweet doomed = visible.get(random.nextInt(visible.size()));
                        deleted.add(doomed.id());
                        scene.delete(doomed);
                    }
                }
                case 3 -> {
                    UserId author = AUTHORS.get(random.nextInt(AUTHORS.size()));
                    if (unfollowed.size() < 3 && unfollowed.add(author)) {
                        scene.unfollow(READER, author);
                    }
                }
                case 4 -> scene.timelines.evict(READER);
                case 5 -> {
                    late.forEach(scene::fanOut);
                    late.clear();
                    late.add(scene.post(AUTHORS.getFirst()));
                }
                case 6 -> scene.timelines.becomeUnavailable();
                case 7 -> scene.timelines.recover();
                default -> scene.timelines.failOver();
            }
        }
    }
}
