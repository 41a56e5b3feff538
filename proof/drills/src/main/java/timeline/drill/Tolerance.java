package timeline.drill;

import java.util.List;
import java.util.Set;
import timeline.drill.crowd.Ledger.Request;
import timeline.drill.disturbance.Phases.Phase;
import timeline.drill.disturbance.Phases.Stretch;

/** Which failures of single requests users have been told to expect (docs/guarantees.md): every other one fails the drill. */
@FunctionalInterface
interface Tolerance {
    /** None at all. */
    Tolerance NONE = (request, during) -> false;

    /** @param during the phases that the request was under way in */
    boolean allows(Request request, List<Stretch> during);

    /** While that service is away, and on its way back: these answers, to requests that cannot do without it. */
    static Tolerance whileAway(String service, Set<Integer> answers, Needing needing) {
        return (request, during) -> answers.contains(request.ending().status())
                && needing.needs(request.path())
                && during.stream().anyMatch(stretch -> stretch.service().equals(service)
                        && (stretch.phase() == Phase.BROKEN || stretch.phase() == Phase.STARTING));
    }

    /** Who follows whom, and who is who. Reading has a substitute for it (G11), posting needs none. */
    static boolean needsGraph(String path) {
        return path.startsWith("/v1/follow") || path.equals("/v1/users") || path.equals("/v1/tokens");
    }

    /** Which paths need something. */
    @FunctionalInterface
    interface Needing {
        boolean needs(String path);
    }
}
