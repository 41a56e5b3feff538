package timeline.simulation.storm.stack;

import java.util.List;
import java.util.function.LongSupplier;
import timeline.traffic.Admission;
import timeline.traffic.Evidence;
import timeline.traffic.Instance;
import timeline.traffic.Instances;
import timeline.traffic.QueueDelay;
import timeline.traffic.ReportedDelay;
import timeline.traffic.RetryBudget;

/** How services call each other and what they let in, as designed. A broken design overrides what it gets wrong. */
public class Design {
    /** As it is built. */
    public static final Design AS_DESIGNED = new Design();

    /** What a door goes by. */
    public interface Signal extends LongSupplier {
        /** A request was answered after so long. */
        default void answered(long nanos) {
            // How long answers take says nothing of who queues.
        }
    }

    /** What a door goes by: the longer of the queue here and the one behind it. */
    public Signal signal(QueueDelay own, ReportedDelay reported, LongSupplier nanos) {
        return () -> Math.max(own.nanos(), reported.nanos());
    }

    /** How much a door lets in. */
    public Admission.Rules rules(Admission.Rules asDesigned) {
        return asDesigned;
    }

    public RetryBudget budget(double share, int most, LongSupplier nanos) {
        return new RetryBudget(share, most, nanos);
    }

    /** Whether anybody is asked at all. */
    public boolean mayAsk(Instances instances) {
        return true;
    }

    /** An instance did not answer in its time. */
    public void timedOut(Instance instance) {
        // It may be the load's doing, a store's, or the caller's.
    }

    /** Finds out whether an instance serves that did not. */
    public void findOut(Instance instance, Runnable probe) {
        probe.run();
    }

    /** Whether a probe asks also whether the stores behind an instance are well. */
    public boolean probesReadiness() {
        return false;
    }

    /** Takes an instance out, or back. */
    protected static void learn(Instance instance, Evidence evidence) {
        instance.learnt(evidence);
    }

    /** Whether one of them serves, as far as is known. */
    protected static boolean isServing(Instances instances) {
        return instances.isAnotherServing(List.of());
    }
}
