package timeline.stores.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Who may do what in Redis: each service the commands that it and its scripts use, on home timelines; nobody without a password
 * anything. The container stack has the same rules ({@code docker-compose.yml}).
 *
 * @param password of each user, by name; asked for when it is needed
 */
public record RedisUsers(UnaryOperator<String> password) {
    public static final String OPERATOR = "operator";
    public static final String REPLICA = "replica";

    /** What the timelines' keys begin with. It names their format, too: timelines of another one have another prefix. */
    public static final String TIMELINES = "home2:";

    public static final Map<String, String> RULES = rules();

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("fanout-service",
                "~" + TIMELINES + "* -@all +client|setname +ping +info +cluster|nodes +zcard +zadd +zrem +eval +evalsha"
                        + " +zremrangebyscore +zremrangebyrank +zrange +del +pttl +pexpire");
        rules.put("timeline-service",
                "~" + TIMELINES + "* -@all +client|setname +ping +info +cluster|nodes +eval +evalsha +time +zadd +zrem"
                        + " +zcard +zrange +zrangebyscore +zremrangebyscore +zremrangebyrank +del +pttl +pexpire");
        // Forms the cluster, measures, drills, and looks around; but does not change the server's settings or its users.
        rules.put(OPERATOR,
                "~* -@all +@read +@write +@connection +eval +evalsha +time +wait +info +role +cluster +acl|whoami"
                        + " +acl|log +script|flush");
        rules.put(REPLICA, "-@all +ping +psync +replconf");
        return Map.copyOf(rules);
    }

    public RedisLogin login(String user) {
        return new RedisLogin(user, password.apply(user));
    }

    /** The server's list of users, in the form of its {@code aclfile}: passwords are there as digests only. */
    public String aclFile() {
        return "user default off resetchannels -@all\n" + RULES.keySet().stream().sorted()
                .map(user -> "user " + user + " on #" + digest(password.apply(user)) + " resetchannels "
                        + RULES.get(user)
                        + "\n")
                .collect(Collectors.joining());
    }

    /** The settings that make a server use the list, and log in at its primary; with a password in it. */
    public String settings(String aclFile) {
        return "aclfile " + aclFile + "\nmasteruser " + REPLICA + "\nmasterauth " + password.apply(REPLICA) + "\n";
    }

    private static String digest(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
