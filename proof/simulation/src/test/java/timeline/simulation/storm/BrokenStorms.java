package timeline.simulation.storm;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import timeline.traffic.Admission;
import timeline.traffic.Evidence;
import timeline.traffic.Instance;
import timeline.traffic.Instances;
import timeline.traffic.QueueDelay;
import timeline.traffic.ReportedDelay;
import timeline.traffic.RetryBudget;

/** Ways to be brought down by a storm, each of them recommended somewhere. */
final class BrokenStorms {
    private BrokenStorms() {
    }

    static List<BrokenStorm> all() {
        return List.of(new TimeOutsEject(), new UsersProbe(), new RestWithoutPanic(), new RetriesWithoutBudget(),
                new LatencyLimit(), new FixedLimit(), new ReadinessAsProbe());
    }

    private static final class TimeOutsEject extends BrokenStorm {
        TimeOutsEject() {
            super("an instance that did not answer in its time is taken for dead until a probe succeeds",
                    Judge.ASKED);
        }

        @Override
        public void timedOut(Instance instance) {
            learn(instance, Evidence.UNREACHABLE);
        }
    }

    private static final class UsersProbe extends BrokenStorm {
        UsersProbe() {
            super("whether an instance is back is found out with users' requests", Judge.PROBED);
        }

        @Override
        public void findOut(Instance instance, Runnable probe) {
            learn(instance, Evidence.SERVES);
        }
    }

    private static final class RestWithoutPanic extends BrokenStorm {
        RestWithoutPanic() {
            super("while no instance serves nobody is asked", Judge.ASKED);
        }

        @Override
        public boolean mayAsk(Instances instances) {
            return isServing(instances);
        }
    }

    private static final class RetriesWithoutBudget extends BrokenStorm {
        RetriesWithoutBudget() {
            super("whatever may be repeated is repeated", Judge.REPETITIONS);
        }

        @Override
        public RetryBudget budget(double share, int most, LongSupplier nanos) {
            return new RetryBudget(1, Integer.MAX_VALUE, nanos);
        }
    }

    private static final class LatencyLimit extends BrokenStorm {
        LatencyLimit() {
            super("the limit goes by how long answers take", Judge.NO_QUEUE);
        }

        @Override
        public Signal signal(QueueDelay own, ReportedDelay reported, LongSupplier nanos) {
            QueueDelay latencies = new QueueDelay(Duration.ofMillis(100), nanos);
            return new Signal() {
                private long least = Long.MAX_VALUE;

                @Override
                public void answered(long took) {
                    least = Math.min(least, took);
                    latencies.waited(took);
                }

                @Override
                public long getAsLong() {
                    return Math.max(0, latencies.nanos() - least);
                }
            };
        }

        @Override
        public Admission.Rules rules(Admission.Rules asDesigned) {
            return new Admission.Rules(Duration.ofMillis(200), asDesigned.window(), asDesigned.start(),
                    asDesigned.least(), asDesigned.most());
        }
    }

    private static final class FixedLimit extends BrokenStorm {
        private static final int LIMIT = 6;

        FixedLimit() {
            super("as many are let in as compute well at once, whatever they wait for", Judge.NO_QUEUE);
        }

        @Override
        public Signal signal(QueueDelay own, ReportedDelay reported, LongSupplier nanos) {
            return () -> Duration.ofMillis(10).toNanos();
        }

        @Override
        public Admission.Rules rules(Admission.Rules asDesigned) {
            return new Admission.Rules(Duration.ofMillis(10), asDesigned.window(), LIMIT, LIMIT, LIMIT);
        }
    }

    private static final class ReadinessAsProbe extends BrokenStorm {
        ReadinessAsProbe() {
            super("a probe asks also whether the stores are well", Judge.ASKED);
        }

        @Override
        public boolean probesReadiness() {
            return true;
        }
    }
}
