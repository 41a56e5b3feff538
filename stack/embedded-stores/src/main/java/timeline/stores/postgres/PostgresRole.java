package timeline.stores.postgres;

import java.util.function.Supplier;

/**
 * The role that clients log in as: no superuser, and the owner of the database {@value PostgresServer#DATABASE}.
 *
 * @param password asked for when it is needed; letters and digits
 * @param makesDatabases whether it may make others and connect to them, as a server shared by tests lets it
 */
public record PostgresRole(Supplier<String> password, boolean makesDatabases) {
    public static final String NAME = "timeline";

    /** One statement that makes the role, or gives the one that is there this password. */
    public String statement(String verb) {
        if (!password.get().matches("[A-Za-z0-9]{8,}")) {
            throw new IllegalArgumentException("a password of at least 8 letters and digits is expected");
        }
        return verb + " ROLE " + NAME + " LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS "
                + (makesDatabases ? "CREATEDB" : "NOCREATEDB") + " PASSWORD '" + password.get() + "'";
    }

    /** Who may connect to what: {@code pg_hba.conf}. Nobody else, and no superuser, from anywhere. */
    String access() {
        return "# TYPE DATABASE USER ADDRESS METHOD\nhost " + (makesDatabases ? "all" : PostgresServer.DATABASE) + " "
                + NAME
                + " 127.0.0.1/32 scram-sha-256\n";
    }
}
