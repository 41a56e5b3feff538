package timeline.follow.postgres;

import timeline.follow.audience.PullSet;
import timeline.follow.audience.PullSetEquivalence;

/** PostgreSQL's pull set goes through the same states as its twin. */
class PostgresPullSetStatesIT implements PullSetEquivalence {
    @Override
    public PullSet tested() {
        return TestDatabase.emptyGraph().pullSet();
    }
}
