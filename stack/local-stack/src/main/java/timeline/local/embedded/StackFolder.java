package timeline.local.embedded;

import timeline.stores.redis.RedisLogin;
import timeline.stores.redis.RedisUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import timeline.identity.Secrets;
import timeline.identity.Shares;
import timeline.stores.Folders;

/**
 * Where a stack keeps its state. Nothing here is ever committed.
 *
 * @param root the repository, with the built jars
 * @param home the state: {@code .timeline} in the repository unless told otherwise
 */
record StackFolder(Path root, Path home) {
    StackFolder {
        root = root.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
    }

    /** One file a process: who was started. */
    Path registry() {
        return home.resolve("run");
    }

    Path log(String name) {
        return home.resolve("log").resolve(name + ".log");
    }

    /** What the component keeps across down and up. */
    Path data(String name) {
        return home.resolve("data").resolve(name);
    }

    Path secrets() {
        return home.resolve("secrets");
    }

    /** Native libraries and other temporary files of one process. */
    Path temporary(String name) {
        return home.resolve("tmp").resolve(name);
    }

    /** What each component gets of the secrets. */
    Shares shares() {
        return new Shares(Secrets.in(secrets()), secrets().resolve("shares"));
    }

    /** As the people and programs that run the stack ask Redis. */
    RedisLogin redisOperator() {
        return RedisLogin.operator(
                Secrets.in(shares().of(Shares.OPERATOR)).text(Shares.redisPassword(RedisUsers.OPERATOR)));
    }

    /** What is known of the cached timelines that the stores hold. */
    CacheFormat cacheFormat() {
        return new CacheFormat(home.resolve("data").resolve("cache-format"), redisOperator());
    }

    /** Prepared code of the services: unpacked jars and caches of the JVM. */
    Path code() {
        return home.resolve("code");
    }

    Path settings() {
        return home.resolve("stack.json");
    }

    Path lock() {
        return home.resolve("lock");
    }

    /**
     * Makes the folders, its owner's alone. Where the owner is root, PostgreSQL runs as somebody else, who passes through the
     * two folders above its own: to others they show nothing, and all else in them is closed.
     */
    void create() throws IOException {
        Files.createDirectories(home);
        boolean root = Files.getAttribute(home, "unix:uid").equals(0);
        for (Path above : List.of(home, home.resolve("data"))) {
            if (root) {
                Folders.createPassable(above);
            } else {
                Folders.createPrivate(above);
            }
        }
        for (Path closed : List.of(home.resolve("log"), home.resolve("tmp"), registry(), secrets(), code())) {
            Folders.createPrivate(closed);
        }
    }

    /** Deletes the code of services that were built more than once, to be unpacked anew; nothing may be running. */
    void deleteOldCode() throws IOException {
        for (Service service : Service.ALL) {
            Path builds = code().resolve(service.name());
            String[] names = builds.toFile().list();
            if (names != null && names.length > 1) {
                Folders.delete(builds);
            }
        }
    }

    /** Deletes data and secrets, for good; nothing may be running. */
    void deleteVolumes() throws IOException {
        Folders.delete(home.resolve("data"));
        Folders.delete(secrets());
    }
}
