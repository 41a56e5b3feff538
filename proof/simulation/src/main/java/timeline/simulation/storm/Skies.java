package timeline.simulation.storm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import timeline.simulation.engine.Promise;
import timeline.simulation.engine.Scheduler;
import timeline.simulation.storm.Weather.Trouble;
import timeline.simulation.storm.stack.Server;
import timeline.simulation.storm.stack.Stack;
import timeline.simulation.storm.stack.Store;

/** Lets the weather happen. */
final class Skies {
    private final Scheduler scheduler;
    private final SplittableRandom random;
    private final Stack stack;
    private long clearNanos;

    Skies(Scheduler scheduler, Stack stack) {
        this.scheduler = scheduler;
        this.random = scheduler.random();
        this.stack = stack;
    }

    /** When the last of what has begun was over. */
    Duration clearAt() {
        return Duration.ofNanos(clearNanos);
    }

    /** Waits for its time, and until it is over. */
    void bring(Trouble trouble) {
        scheduler.pause(trouble.at());
        switch (trouble.kind()) {
            case COLD_CODE -> {
                stack.everywhere().forEach(address -> stack.at(address).cool());
                scheduler.pause(Server.WARMS_UP_IN);
            }
            case KILL -> kill(any(stack.everywhere()), trouble.lasts());
            case SERVICE_KILLED ->
                killAll(stack.services().get(random.nextInt(stack.services().size())), trouble.lasts());
            case FREEZE -> {
                stack.at(any(stack.services().stream().flatMap(List::stream).toList())).machine().stop(trouble.lasts());
                scheduler.pause(trouble.lasts());
            }
            case SLOW_STORE -> {
                Store store = store();
                store.slowDown(Duration.ofMillis(random.nextLong(100, 450)));
                scheduler.pause(trouble.lasts());
                store.slowDown(Duration.ZERO);
            }
            case FROZEN_STORE -> {
                store().freeze(trouble.lasts());
                scheduler.pause(trouble.lasts());
            }
            case LATE_CALLERS -> beLate(trouble.lasts());
        }
        clearNanos = Math.max(clearNanos, scheduler.nanos());
    }

    private void kill(URI address, Duration downFor) {
        if (!stack.at(address).machine().isCrashed()) {
            stack.at(address).crash();
            scheduler.pause(downFor);
            stack.start(address);
        }
    }

    private void killAll(List<URI> instances, Duration downFor) {
        Promise<Boolean> other = new Promise<>(scheduler);
        scheduler.outside().spawn("weather", () -> {
            kill(instances.getFirst(), downFor);
            other.keep(true);
        });
        kill(instances.getLast(), downFor.plusMillis(random.nextInt(2_000)));
        other.await();
    }

    private void beLate(Duration time) {
        long until = scheduler.nanos() + time.toNanos();
        while (scheduler.nanos() < until) {
            Duration standstill = Duration.ofMillis(random.nextLong(60, 400));
            stack.at(any(stack.gateways())).machine().stop(standstill);
            scheduler.pause(standstill.plusMillis(random.nextLong(100, 1_000)));
        }
    }

    private Store store() {
        return random.nextBoolean() ? stack.tweets() : stack.graph();
    }

    private URI any(List<URI> addresses) {
        return addresses.get(random.nextInt(addresses.size()));
    }
}
