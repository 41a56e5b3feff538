package timeline.stores;

import java.util.Locale;

/**
 * The machine's operating system and processor, in the words of the binaries' archives.
 *
 * @param os {@code linux} or {@code darwin}
 * @param architecture {@code amd64} or {@code arm64}
 */
public record Platform(String os, String architecture) {
    /** @throws StoreFailedException on a platform without binaries */
    public static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String osArchitecture) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            os = "darwin";
        }
        String architecture = switch (osArchitecture) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> "";
        };
        if (architecture.isEmpty() || !(os.equals("linux") || os.equals("darwin"))) {
            throw new StoreFailedException(
                    "the embedded stores have no binaries for " + osName + " on " + osArchitecture
                            + ": use the container stack (docker compose up)");
        }
        return new Platform(os, architecture);
    }

    @Override
    public String toString() {
        return os + "-" + architecture;
    }
}
