package timeline.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which component holds which of a deployment's secrets: only what it needs, so that whoever breaks into one does not speak for
 * the others. Each holder gets a folder of its name; in the folder's {@code config} lie the secrets that are settings, each in a
 * file named after its key, the form that Spring's {@code configtree:} reads.
 */
public final class Shares {
    /** The people and programs that run the stack: the command line, drills, benchmarks. */
    public static final String OPERATOR = "operator";

    /** Of PostgreSQL's role {@code timeline}. */
    public static final String POSTGRES_PASSWORD = "postgres.password";

    /** The service whose internal API others live on. */
    private static final String CALLED = "follow-service";
    private static final List<String> CALLERS = List.of("tweet-service", "fanout-service", "timeline-service",
            OPERATOR);
    /** Its internal API is for the operator alone. */
    private static final String READS = "timeline-service";
    /** Asked by the reading service, and by nobody else, what it has deleted. */
    private static final String WRITES = "tweet-service";

    /** The keys of all pairs of a caller and a service that is called. */
    static final List<String> CALL_KEYS = Stream.concat(CALLERS.stream().map(caller -> Secrets.callKey(caller, CALLED)),
            Stream.of(Secrets.callKey(OPERATOR, READS), Secrets.callKey(READS, WRITES))).toList();

    private static final List<String> REDIS_USERS = List.of("fanout-service", "timeline-service", OPERATOR, "replica");
    static final List<String> PASSWORDS = Stream.concat(Stream.of(POSTGRES_PASSWORD),
            REDIS_USERS.stream().map(Shares::redisPassword)).toList();

    private static final String REDIS_SETTING = "config/timeline.redis.password";

    /** By holder: the file in its folder, and the secret that it is. */
    private static final Map<String, Map<String, String>> HELD = Map.of(
            "gateway", same(Secrets.PUBLIC_KEYS),
            WRITES, same(Secrets.PUBLIC_KEYS, Secrets.CURSOR_KEY, Secrets.callKey(WRITES, CALLED),
                    Secrets.callKey(READS, WRITES)),
            "fanout-service", with(same(Secrets.PUBLIC_KEYS, Secrets.callKey("fanout-service", CALLED)), REDIS_SETTING,
                    redisPassword("fanout-service")),
            READS, with(same(Secrets.PUBLIC_KEYS, Secrets.CURSOR_KEY, Secrets.callKey(READS, CALLED),
                    Secrets.callKey(READS, WRITES), Secrets.callKey(OPERATOR, READS)), REDIS_SETTING,
                    redisPassword(READS)),
            CALLED, with(same(Stream.concat(Stream.of(Secrets.ISSUER_KEY, Secrets.PUBLIC_KEYS, Secrets.CURSOR_KEY),
                    CALLERS.stream().map(caller -> Secrets.callKey(caller, CALLED))).toArray(String[]::new)),
                    "config/spring.datasource.password", POSTGRES_PASSWORD),
            OPERATOR,
            same(Secrets.callKey(OPERATOR, CALLED), Secrets.callKey(OPERATOR, READS), redisPassword(OPERATOR)),
            "redis", same(REDIS_USERS.stream().map(Shares::redisPassword).toArray(String[]::new)),
            "postgres", same(POSTGRES_PASSWORD));

    private final Secrets all;
    private final Path folder;

    /**
     * @param all every secret of the deployment
     * @param folder with a folder for each holder
     */
    public Shares(Secrets all, Path folder) {
        this.all = all;
        this.folder = folder;
    }

    /** The file with the password of one of Redis's users. */
    public static String redisPassword(String user) {
        return "redis." + user + ".password";
    }

    /** Where a holder's secrets are. */
    public Path of(String holder) {
        return folder.resolve(holder);
    }

    /** Gives each holder what it lacks, and what differs from what it should have. */
    public void handOut() throws IOException {
        for (String holder : HELD.keySet()) {
            for (Map.Entry<String, String> secret : HELD.get(holder).entrySet()) {
                Path target = of(holder).resolve(secret.getKey());
                put(target, target.resolve("..").normalize(), all.text(secret.getValue()), isOfTheGroup(holder));
            }
        }
    }

    /** Stores, and whoever forms the cluster, are other users in the container stack, but of the same group. */
    private static boolean isOfTheGroup(String holder) {
        return holder.equals("redis") || holder.equals("postgres") || holder.equals(OPERATOR);
    }

    private static void put(Path target, Path parent, String content, boolean groupReads) throws IOException {
        if (Files.exists(target) && Files.readString(target).equals(content)) {
            return;
        }
        PrivateFolders.create(parent);
        Path draft = Files.createTempFile(parent, "", ".draft", PosixFilePermissions
                .asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, content, StandardOpenOption.SYNC);
        if (groupReads) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r-----"));
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Map<String, String> same(String... files) {
        return Stream.of(files).collect(Collectors.toMap(file -> file, file -> file));
    }

    private static Map<String, String> with(Map<String, String> held, String file, String secret) {
        return Stream.concat(held.entrySet().stream(), Stream.of(Map.entry(file, secret)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
