package timeline.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import timeline.id.UserId;
import timeline.simulation.engine.Machine;
import timeline.simulation.engine.Scheduler;
import timeline.simulation.log.ConsumerGroup;
import timeline.simulation.log.Topic;
import timeline.simulation.port.Fault;
import timeline.simulation.port.Shards;
import timeline.simulation.world.Fleet;
import timeline.simulation.world.World;

/** Breaks things for as long as it is let, then mends everything. Which kinds of faults there are is up to the seed. */
final class Nemesis {
    private static final List<Fault> STRIKES = List.of(Fault.CRASH, Fault.CRASH, Fault.FREEZE, Fault.CLOCK_STEP,
            Fault.STORE_OUTAGE, Fault.GRAPH_OUTAGE, Fault.LOG_OUTAGE, Fault.CACHE_OUTAGE, Fault.SHARD_OUTAGE,
            Fault.FLUSH, Fault.EVICTION, Fault.EVICTION, Fault.FAILOVER, Fault.REPLACEMENT, Fault.REDELIVERY,
            Fault.THRESHOLD_CHANGE);

    private final World world;
    private final Scheduler scheduler;
    private final SplittableRandom random;
    private final List<Fault> chosen = new ArrayList<>();
    private boolean over;

    Nemesis(World world) {
        this.world = world;
        this.scheduler = world.scheduler();
        this.random = scheduler.random();
        for (Fault fault : STRIKES) {
            if (random.nextInt(5) < 2) {
                chosen.add(fault);
            }
        }
    }

    /** Strikes again and again, until {@link #mend}. */
    void run() {
        while (!over && !chosen.isEmpty()) {
            scheduler.pause(Duration.ofMillis(random.nextLong(100, 1_500)));
            if (!over) {
                Fault fault = chosen.get(random.nextInt(chosen.size()));
                world.trace().note("!", fault);
                world.trouble().happened(fault);
                strike(fault);
            }
        }
    }

    /** Ends all faults, and starts what is down. */
    void mend() {
        over = true;
        world.trouble().end();
        world.links().store().setDown(false);
        world.links().log().setDown(false);
        world.links().cache().setDown(false);
        world.links().setGraphDown(false);
        world.stores().timelines.recover();
        world.stores().beliefs.undeceiveAll();
        world.stores().batchlog.finish();
        for (Fleet<?> fleet : world.fleets()) {
            while (fleet.machines().size() < 2) {
                fleet.start(0);
            }
            fleet.machines().forEach(machine -> {
                machine.setSkew(Duration.ofMillis(random.nextLong(-50, 50)));
            });
        }
    }

    private void strike(Fault fault) {
        switch (fault) {
            case CRASH -> crash();
            case FREEZE -> machine().stop(time(500, 6_000));
            case CLOCK_STEP -> machine().setSkew(Duration.ofMillis(random.nextLong(-3_000, 3_000)));
            case STORE_OUTAGE -> outage(world.links().store()::setDown);
            case GRAPH_OUTAGE -> outage(world.links()::setGraphDown);
            case LOG_OUTAGE -> outage(world.links().log()::setDown);
            case CACHE_OUTAGE -> outage(world.links().cache()::setDown);
            case SHARD_OUTAGE -> shardOutage();
            case FLUSH -> world.stores().timelines.loseEverything();
            case EVICTION -> world.stores().timelines.evict(user());
            case FAILOVER -> failOver();
            case REPLACEMENT -> replace();
            case REDELIVERY -> redeliver();
            case THRESHOLD_CHANGE -> changeThreshold();
            case LOST_REQUEST, LOST_ANSWER, TORN_BATCH, SLOW_CALL, DUPLICATE, CROSSING_UP, CROSSING_DOWN ->
                throw new IllegalArgumentException("not mine: " + fault);
        }
    }

    private void crash() {
        Fleet<?> fleet = world.fleets().get(random.nextInt(world.fleets().size()));
        boolean all = random.nextInt(4) == 0;
        fleet.machines().stream().limit(all ? 2 : 1).forEach(Machine::crash);
        later(time(50, 4_000), () -> {
            while (fleet.machines().size() < 2) {
                fleet.start(random.nextLong(-500_000_000, 500_000_000));
            }
        });
        if (fleet.machines().isEmpty()) {
            // One is back at once: a world without a service only waits.
            later(time(50, 1_000), () -> {
                if (fleet.machines().isEmpty()) {
                    fleet.start(0);
                }
            });
        }
    }

    private interface Switch {
        void setDown(boolean down);
    }

    private void outage(Switch link) {
        link.setDown(true);
        later(time(200, 4_000), () -> link.setDown(false));
    }

    private void shardOutage() {
        int shard = random.nextInt(Shards.COUNT);
        world.loseShard(shard);
        boolean empty = random.nextInt(3) == 0;
        later(time(200, 4_000), () -> world.recoverShard(shard, empty));
    }

    /** Some of those who ask the cache have not heard of it. */
    private void replace() {
        long most = world.wiring().believed().toMillis();
        world.replacePrimary().forEach(machine -> later(time(most / 10, most),
                () -> world.stores().beliefs.undeceive(machine)));
    }

    private void failOver() {
        world.stores().timelines.pauseReplication();
        later(time(1, 800), () -> world.wiring().takeOver(world));
    }

    private void redeliver() {
        if (random.nextBoolean()) {
            redeliver(world.stores().tweetEvents, world.tweetConsumers());
        } else {
            redeliver(world.stores().followEvents, world.followConsumers());
        }
    }

    private <E> void redeliver(Topic<E> topic, ConsumerGroup<E> consumers) {
        consumers.redeliver(topic.partitions().get(random.nextInt(topic.partitions().size())), random.nextInt(8));
    }

    private void changeThreshold() {
        long[] thresholds = {0, 2, 3, 4, 5, 6, world.shape().threshold(), Long.MAX_VALUE};
        world.stores().threshold.change(thresholds[random.nextInt(thresholds.length)]);
    }

    private void later(Duration time, Runnable work) {
        scheduler.outside().spawn("nemesis", () -> {
            scheduler.pause(time);
            if (!over) {
                work.run();
            }
        });
    }

    private Machine machine() {
        List<Machine> up = world.fleets().stream().flatMap(fleet -> fleet.machines().stream()).toList();
        return up.isEmpty() ? new Machine("nobody", scheduler, 0) : up.get(random.nextInt(up.size()));
    }

    private UserId user() {
        return new UserId(1 + random.nextLong(world.shape().users()));
    }

    private Duration time(long fromMillis, long toMillis) {
        return Duration.ofMillis(random.nextLong(fromMillis, toMillis));
    }
}
