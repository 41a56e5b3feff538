package timeline.fanout;

import timeline.deadline.Deadline;
import timeline.event.TweetEvent;
import timeline.event.TweetEvent.TweetPosted;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.CachePrimaries.Primaries;
import timeline.tweetstore.OwedDelivery;

/** Takes a tweet to its readers, and sees to it that it is not owed any more. */
public final class TweetDelivery {
    private final FanoutWorker worker;
    private final CachePrimaries primaries;
    private final Settling<OwedDelivery> settling;

    public TweetDelivery(FanoutWorker worker, CachePrimaries primaries, Settling<OwedDelivery> settling) {
        this.worker = worker;
        this.primaries = primaries;
        this.settling = settling;
    }

    /**
     * Brings the event to its end, or goes as far as the turn allows, as {@link FanoutWorker#handle} does. Only what is complete, with
     * every push acknowledged or the readers told, is noted as delivered. Of anything else the debt stays, and is all that has to: its
     * readers find it there, and late delivery brings it once every part of the cache is back.
     *
     * @throws UnfinishedException when the turn is over before; another turn goes on
     */
    public FanoutOutcome handle(TweetEvent event, Progress progress, Deadline turn) {
        Primaries before = progress.begunOn(primaries::known);
        FanoutOutcome outcome = worker.handle(event, progress, turn);
        if (event instanceof TweetPosted posted && outcome.isComplete()) {
            posted.writtenAt().map(time -> new OwedDelivery(time, posted.tweet(), posted.author()))
                    .ifPresent(owed -> settling.delivered(owed, before));
        }
        return outcome;
    }
}
