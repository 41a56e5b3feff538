package timeline.home.bodies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import timeline.deadline.Deadline;
import timeline.id.TweetId;

/** {@link Deletions} of instances in memory, which can be restarted and silenced. Thread safe. */
public final class InMemoryDeletions implements Deletions {
    private record Noted(TweetId tweet, boolean done) {}

    /** A process. */
    private static final class Instance {
        private final long epoch;
        private final List<Noted> noted = new ArrayList<>();
        private boolean silent;

        Instance(long epoch) {
            this.epoch = epoch;
        }
    }

    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private long epochs;

    public InMemoryDeletions(String... names) {
        for (String name : names) {
            restart(name);
        }
    }

    /** The instance deletes a tweet. */
    public synchronized void note(String instance, TweetId tweet) {
        instance(instance).noted.add(new Noted(tweet, true));
    }

    /** The instance sends a delete of a tweet to the store. */
    public synchronized void noteDoubt(String instance, TweetId tweet) {
        instance(instance).noted.add(new Noted(tweet, false));
    }

    /** The instance's process ends, and another one begins, which knows nothing. */
    public synchronized void restart(String instance) {
        instances.put(instance, new Instance(++epochs));
    }

    /** From now on it does not answer, or does again. */
    public synchronized void silence(String instance, boolean isSilent) {
        instance(instance).silent = isSilent;
    }

    @Override
    public synchronized Set<String> instances() {
        return Set.copyOf(instances.keySet());
    }

    @Override
    public synchronized Told since(String name, Optional<Mark> last, Deadline deadline) {
        Instance instance = instance(name);
        if (instance.silent || deadline.hasPassed()) {
            throw new DeletionsUnavailableException(name + " is silent", null);
        }
        boolean continues = last.filter(mark -> mark.epoch() == instance.epoch).isPresent();
        long after = continues ? last.orElseThrow().newest() : 0;
        List<Noted> since = instance.noted.subList(Math.toIntExact(after), instance.noted.size());
        return new Told(new Mark(instance.epoch, instance.noted.size()), continues, tweets(since, true),
                tweets(since, false));
    }

    private static List<TweetId> tweets(List<Noted> noted, boolean done) {
        return noted.stream().filter(entry -> entry.done() == done).map(Noted::tweet).toList();
    }

    private Instance instance(String name) {
        Instance instance = instances.get(name);
        if (instance == null) {
            throw new IllegalArgumentException("no instance is called " + name);
        }
        return instance;
    }
}
