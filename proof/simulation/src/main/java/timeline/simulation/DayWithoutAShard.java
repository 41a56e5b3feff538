package timeline.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import timeline.deadline.Deadline;
import timeline.follow.audience.Following;
import timeline.history.Outcome;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.simulation.port.Fault;
import timeline.simulation.port.Shards;
import timeline.simulation.world.World;

/**
 * A part of the cache is lost, and nothing else: it delays nobody else. Whoever's timeline is in another part has what is posted within three
 * seconds in that timeline, not only in the book of debts, and is told of nothing (ADR 0027).
 */
final class DayWithoutAShard {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final int ROUNDS = 3;
    private static final Duration LONGER_THAN_A_WAY_OUT = Duration.ofSeconds(20);

    private final World world;
    private final List<Client> clients;
    private final Consumer<String> violations;
    private final int lost;

    DayWithoutAShard(World world, List<Client> clients, Consumer<String> violations) {
        this.world = world;
        this.clients = clients;
        this.violations = violations;
        this.lost = world.scheduler().random().nextInt(Shards.COUNT);
    }

    /** From the loss to the return. */
    void pass() {
        world.trouble().happened(Fault.SHARD_OUTAGE);
        if (world.scheduler().random().nextBoolean()) {
            // Nobody is a celebrity any more: whoever was one would be out of the pull set by the last round.
            world.stores().threshold.change(Long.MAX_VALUE);
        }
        world.loseShard(lost);
        for (int round = 0; round < ROUNDS; round++) {
            if (round == ROUNDS - 1) {
                world.scheduler().pause(LONGER_THAN_A_WAY_OUT);
            }
            Set<TweetId> posted = new HashSet<>();
            for (Client client : clients) {
                if (client.post("without a shard, " + round + " of " + client.user(),
                        Optional.empty()) instanceof Outcome.Posted known) {
                    posted.add(known.tweet());
                }
            }
            world.scheduler().pause(SOON);
            int day = round;
            others().forEach(client -> requireDelivered(client.user(), posted, day));
            others().forEach(this::requireUnflagged);
        }
        world.recoverShard(lost, world.scheduler().random().nextInt(3) == 0);
    }

    private List<Client> others() {
        return clients.stream().filter(client -> Shards.of(client.user()) != lost).toList();
    }

    private void requireDelivered(UserId reader, Set<TweetId> posted, int round) {
        if (world.stores().timelines.page(reader, TweetId.LATEST, Integer.MAX_VALUE,
                Deadline.current()) instanceof Ready ready) {
            Set<TweetId> held = ready.entries().stream().map(HomeTimelineEntry::tweet).collect(Collectors.toSet());
            for (UserId author : pushing(reader)) {
                clients.stream().filter(client -> client.user().equals(author))
                        .flatMap(client -> client.posted().stream()).filter(posted::contains)
                        .filter(tweet -> !tweet.isBefore(ready.floor()) && !held.contains(tweet))
                        .forEach(tweet -> violations.accept("G3 a lost shard delays nobody else: the timeline of "
                                + reader + " lacks tweet " + tweet + " of " + author + ", with shard " + lost
                                + " lost in round " + round));
            }
        }
    }

    /** Whom a reader follows, and does not pull. */
    private List<UserId> pushing(UserId reader) {
        Following following = world.stores().audiences.following(reader);
        Set<Long> pulled = following.pulled().stream().boxed().collect(Collectors.toSet());
        List<UserId> pushing = new ArrayList<>(following.leaving().keySet());
        following.following().stream().filter(author -> !pulled.contains(author)).mapToObj(UserId::new)
                .forEach(pushing::add);
        return pushing;
    }

    private void requireUnflagged(Client client) {
        if (client.readHead(1 + world.scheduler().random().nextInt(4)) instanceof Outcome.Seen seen
                && !seen.degraded().isEmpty()) {
            violations.accept("G15 no flag without a fault: " + client.user() + " was told of " + seen.degraded()
                    + ", with another's shard lost");
        }
    }
}
