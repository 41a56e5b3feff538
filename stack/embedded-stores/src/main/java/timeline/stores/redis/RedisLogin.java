package timeline.stores.redis;

/** Who asks Redis. */
public record RedisLogin(String user, String password) {
    /** Who may do everything: forms the cluster, looks, and breaks things on purpose. */
    public static RedisLogin operator(String password) {
        return new RedisLogin(RedisUsers.OPERATOR, password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RedisLogin[" + user + "]";
    }
}
