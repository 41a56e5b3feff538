package timeline.local;

/**
 * What has to be undone when this process is told to end (Ctrl-C, SIGTERM) while something is going on. Closing it, when that is
 * over, forgets it.
 */
public final class OnInterrupt implements AutoCloseable {
    private final Thread hook;

    public OnInterrupt(Runnable undo) {
        this.hook = new Thread(undo, "on-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // It is running, and does what it is for.
            return;
        }
    }
}
