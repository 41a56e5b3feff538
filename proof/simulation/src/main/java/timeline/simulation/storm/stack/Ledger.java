package timeline.simulation.storm.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What services did to each other, of which users see only the consequences. */
public final class Ledger {
    /** What a caller did. */
    public record Calls(long made, long repeated) {
        private Calls plus(long more, long moreRepeated) {
            return new Calls(made + more, repeated + moreRepeated);
        }
    }

    private final Map<String, Calls> calls = new TreeMap<>();
    private final List<String> refusedUnasked = new ArrayList<>();
    private final List<String> askedTheGone = new ArrayList<>();

    void called(String route) {
        calls.merge(route, new Calls(1, 0), (known, one) -> known.plus(1, 0));
    }

    void repeated(String route) {
        calls.merge(route, new Calls(0, 1), (known, one) -> known.plus(0, 1));
    }

    void askedTheGone(String what) {
        askedTheGone.add(what);
    }

    void refusedUnasked(String what) {
        refusedUnasked.add(what);
    }

    /** By caller and called service. */
    public Map<String, Calls> calls() {
        return calls;
    }

    /** Each call that was sent to an instance that had been gone for long, though another one could have answered. */
    public List<String> askedTheGone() {
        return askedTheGone;
    }

    /** Each call that was refused though an instance could have answered and none had been asked. */
    public List<String> refusedUnasked() {
        return refusedUnasked;
    }
}
