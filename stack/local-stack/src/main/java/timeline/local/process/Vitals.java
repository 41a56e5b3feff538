package timeline.local.process;

import java.time.Duration;

/**
 * What the operating system says about a living process and its children, taken together.
 *
 * @param paused whether the process is stopped (SIGSTOP)
 * @param residentBytes resident memory; what the children share with their parent is counted once
 * @param cpu processor time since its birth, user and system, also of children that have ended
 * @param uptime time since its birth
 */
public record Vitals(boolean paused, long residentBytes, Duration cpu, Duration uptime) {}
