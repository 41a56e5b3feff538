package timeline.drill.stack;

/** What the packets of a component meet on their way, to and from everybody else. */
public enum Link {
    /** Nothing. */
    WHOLE,
    /** One in ten is lost, in each direction: TCP sends it again after 200 ms or more. */
    LOSSY,
    /** All are lost, and nobody is told: connections stay open on both sides, new ones are neither taken nor refused. */
    CUT
}
