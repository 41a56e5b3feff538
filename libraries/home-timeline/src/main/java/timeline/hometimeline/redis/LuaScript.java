package timeline.hometimeline.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import io.lettuce.core.codec.Base16;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A script, sent by its digest; a node that does not know it (new, restarted, just promoted) is sent the text.
 *
 * @param <T> what it answers
 */
final class LuaScript<T> {
    private final byte[] text;
    private final String digest;
    private final ScriptOutputType output;

    /** @param name names the resource that is run after the common part in {@code timeline.lua} */
    static LuaScript<Long> answeringANumber(String name) {
        return new LuaScript<>(name, ScriptOutputType.INTEGER);
    }

    /** @param name as above */
    static LuaScript<List<byte[]>> answeringAList(String name) {
        return new LuaScript<>(name, ScriptOutputType.MULTI);
    }

    private LuaScript(String name, ScriptOutputType output) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(resource("timeline.lua"));
        joined.writeBytes(resource(name + ".lua"));
        this.text = joined.toByteArray();
        this.digest = Base16.digest(text);
        this.output = output;
    }

    CompletableFuture<T> run(RedisAdvancedClusterAsyncCommands<byte[], byte[]> redis, byte[] key,
            byte[]... arguments) {
        byte[][] keys = {key};
        return redis.<T>evalsha(digest, output, keys, arguments).toCompletableFuture()
                .exceptionallyCompose(failure -> failure instanceof RedisNoScriptException
                        ? redis.eval(text, output, keys, arguments)
                        : CompletableFuture.failedStage(failure));
    }

    private static byte[] resource(String name) {
        try (InputStream stream = Objects.requireNonNull(LuaScript.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("can't read " + name, unreadable);
        }
    }
}
