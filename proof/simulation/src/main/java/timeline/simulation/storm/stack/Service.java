package timeline.simulation.storm.stack;

import timeline.deadline.Deadline;
import timeline.traffic.Admission;

/** What a process does for those who ask it. */
interface Service {
    /** Who decides whether a question is let in. */
    Admission door(Question question);

    /** What was let in. */
    Reply serve(Question question, Deadline deadline);

    /** What is to be done every few milliseconds, besides. */
    default void look() {
    }

    /** Whether it is well and all that it needs is. */
    boolean isReady();
}
