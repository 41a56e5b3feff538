package timeline.simulation.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The processors of a host, which its machines share. Work waits in one queue, runs for a millisecond, and then lets the next one run, if
 * there is one. What a machine that has died wanted to do takes no time, and what a frozen one wants waits.
 *
 * <p>Whoever runs while nobody waits runs on, so that an idle host costs a simulation next to nothing.
 */
public final class Cores {
    private static final long SLICE = 1_000_000;
    private static final long FOREVER = Long.MAX_VALUE / 4;

    /** Something to do. */
    private static final class Job {
        private final Machine machine;
        private final Promise<Boolean> done;
        private final long cameAt;
        private long begunAt = -1;
        private long left;
        private boolean gone;

        private Job(Machine machine, Promise<Boolean> done, long cameAt, long left) {
            this.machine = machine;
            this.done = done;
            this.cameAt = cameAt;
            this.left = left;
        }
    }

    /** A job on a processor. */
    private static final class Turn {
        private final Job job;
        private final long from;
        private long until;

        private Turn(Job job, long from, long until) {
            this.job = job;
            this.from = from;
            this.until = until;
        }
    }

    private final Scheduler scheduler;
    private final int processors;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final List<Turn> turns = new ArrayList<>();
    private Promise<Boolean> news;
    private long looksAgainAt = FOREVER;

    public Cores(Scheduler scheduler, int processors) {
        this.scheduler = scheduler;
        this.processors = processors;
        this.news = new Promise<>(scheduler);
        scheduler.outside().spawn("cores", this::dispatch);
    }

    /**
     * Takes processor time for the running task's machine.
     *
     * @return for how long the work waited before it was begun
     */
    public long work(long cpuNanos) {
        Job job = new Job(scheduler.running().machine(), new Promise<>(scheduler), scheduler.nanos(), cpuNanos);
        waiting.addLast(job);
        fillProcessors();
        shortenTurns();
        if (nextLook() < looksAgainAt) {
            news.keep(true);
        }
        try {
            job.done.await();
        } finally {
            job.gone = true;
        }
        return job.begunAt - job.cameAt;
    }

    private void dispatch() {
        while (true) {
            endTurns();
            fillProcessors();
            shortenTurns();
            news = new Promise<>(scheduler);
            looksAgainAt = nextLook();
            news.await(looksAgainAt - scheduler.nanos());
        }
    }

    private void endTurns() {
        for (Iterator<Turn> all = turns.iterator(); all.hasNext();) {
            Turn turn = all.next();
            if (turn.until <= scheduler.nanos()) {
                all.remove();
                turn.job.left -= turn.until - turn.from;
                if (turn.job.left <= 0) {
                    turn.job.done.keep(true);
                } else {
                    waiting.addLast(turn.job);
                }
            }
        }
    }

    private void fillProcessors() {
        for (Iterator<Job> all = waiting.iterator(); turns.size() < processors && all.hasNext();) {
            Job job = all.next();
            if (job.gone) {
                all.remove();
            } else if (!job.machine.isStopped()) {
                all.remove();
                long now = scheduler.nanos();
                job.begunAt = job.begunAt < 0 ? now : job.begunAt;
                turns.add(new Turn(job, now, now + job.left));
            }
        }
    }

    /** Whoever runs has to stop at the end of a slice when somebody waits. */
    private void shortenTurns() {
        if (!waiting.isEmpty()) {
            for (Turn turn : turns) {
                long slices = (scheduler.nanos() - turn.from) / SLICE + 1;
                turn.until = Math.min(turn.until, turn.from + slices * SLICE);
            }
        }
    }

    /** When a turn or a freeze ends. */
    private long nextLook() {
        long next = FOREVER;
        for (Turn turn : turns) {
            next = Math.min(next, turn.until);
        }
        if (turns.size() < processors) {
            for (Job job : waiting) {
                next = Math.min(next, job.machine.stoppedUntil());
            }
        }
        return next;
    }
}
