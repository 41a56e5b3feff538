package timeline.local.process;

/**
 * What the registry knows about a process that was started, alive or not.
 *
 * @param name of the component
 * @param process who it was
 * @param stop asks it to end in an orderly way
 * @param version what was started: the caller's own words for code and configuration
 */
public record Entry(String name, ProcessId process, Signal stop, String version) {}
