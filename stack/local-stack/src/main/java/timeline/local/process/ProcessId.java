package timeline.local.process;

/**
 * One process for good: a pid alone is reused after its process has gone, a pid with its time of birth is not.
 *
 * @param pid positive
 * @param birth when the process was created, in the operating system's own words; only ever compared for equality
 */
public record ProcessId(long pid, String birth) {
    public ProcessId {
        if (pid <= 0 || birth.isBlank()) {
            throw new IllegalArgumentException("not a process: pid " + pid + ", born '" + birth + "'");
        }
    }
}
