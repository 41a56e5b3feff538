package timeline.stores.redis;

/** Who asks Redis. */
public record RedisLogin(String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "RedisLogin[" + user + "]";
    }
}
