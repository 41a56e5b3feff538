package timeline.testkit;

/**
 * One server of a store, and the faults that can befall it. Data and port stay the same over all of them. A test that breaks a
 * node mends it: the stores are shared by all tests of the JVM.
 */
public interface StoreNode {
    /** The component's name: {@code redis-1}, {@code kafka}, {@code cassandra}, {@code postgres}. */
    String name();

    /** The port of clients on 127.0.0.1. */
    int port();

    /** SIGKILL; returns when the server is gone. */
    void kill();

    /** Starts a killed or stopped server and returns when it answers queries. */
    void start();

    /** Stops in good order; returns when the server is gone. */
    void stop();

    /** Freezes the server: connections stay, answers don't come. */
    void pause();

    /** Ends a {@link #pause}. */
    void unpause();

    /** {@code 127.0.0.1:port}. */
    default String address() {
        return "127.0.0.1:" + port();
    }
}
