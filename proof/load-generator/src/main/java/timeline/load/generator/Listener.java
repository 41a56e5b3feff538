package timeline.load.generator;

/** Hears on the generator's own thread how a run goes: whoever dawdles holds up all requests. */
public interface Listener {
    /** A phase begins now; the first is 0. */
    void begun(int phase);

    /** A second is over, and all its requests have ended. Seconds come in order, each as soon as that is so. */
    void over(Second second);

    /** Does not care. */
    Listener NONE = new Listener() {
        @Override
        public void begun(int phase) {
            // Nobody wants to know.
        }

        @Override
        public void over(Second second) {
            // The same.
        }
    };
}
