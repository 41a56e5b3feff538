package timeline.stores;

import java.io.IOException;

/** The signals that stop, kill, pause and unpause a process. */
public enum Signal {
    TERM, INT, KILL, STOP, CONT;

    /** Sends it; false when there is no such process (any more). */
    public boolean send(long pid) {
        try {
            // The shell's own kill: a kill program is not on every machine.
            Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + name() + " " + pid)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return kill.waitFor() == 0;
        } catch (IOException noShell) {
            throw new StoreFailedException("/bin/sh can't be run to signal process " + pid, noShell);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
