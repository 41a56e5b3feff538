package timeline.cli;

import picocli.CommandLine.IVersionProvider;

/** What runs here, for bug reports. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[]{"timeline 1.0-SNAPSHOT",
                "Java " + Runtime.version() + " (" + System.getProperty("java.home") + ")",
                System.getProperty("os.name") + " " + System.getProperty("os.arch")};
    }
}
