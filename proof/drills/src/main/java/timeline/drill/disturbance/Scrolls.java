package timeline.drill.disturbance;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import timeline.client.Session;
import timeline.drill.crowd.Crew;
import timeline.history.Outcome;

/**
 * Followers scroll to the end, one after the other and several at once.
 *
 * @param scrolls how many, in all
 * @param readers how many at once
 * @param entries how long each scroll has to be, at least
 */
public record Scrolls(int scrolls, int readers, int entries) implements Disturbance {
    private static final int REPORTS = 10;

    @Override
    public List<Effect> happen(Scene scene) {
        List<Session> followers = scene.crowd().followers();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger whole = new AtomicInteger();
        Crew.work(readers, scrolls, n -> {
            Outcome outcome = scene.crowd().calls().scroll(followers.get(n % followers.size()));
            if (outcome instanceof Outcome.Seen seen && seen.tweets().size() >= entries) {
                whole.incrementAndGet();
            }
            if (done.incrementAndGet() % Math.max(1, scrolls / REPORTS) == 0) {
                scene.progress().accept(done + " scrolls, " + whole + " of them through " + entries + " entries");
            }
        });
        return List.of(new Effect("scrolls through " + entries + " entries", whole.get(), scrolls));
    }
}
