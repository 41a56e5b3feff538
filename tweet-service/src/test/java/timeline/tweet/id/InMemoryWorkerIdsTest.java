package timeline.tweet.id;

import timeline.testkit.ManualClock;

class InMemoryWorkerIdsTest implements WorkerIdsContract {
    private final ManualClock clock = ManualClock.at(NOON);
    private final InMemoryWorkerIds workerIds = new InMemoryWorkerIds(clock);
    private int lastWorker;

    @Override
    public WorkerIds workerIds() {
        return workerIds;
    }

    @Override
    public int freshWorker() {
        return lastWorker++;
    }

    @Override
    public void letHoldsEnd() {
        clock.advance(WorkerIds.TTL);
    }
}
