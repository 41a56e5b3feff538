package timeline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final String CALL_KEY = Secrets.callKey("tweet-service", "follow-service");
    private static final String[] ALL = {Secrets.ISSUER_KEY, Secrets.PUBLIC_KEYS, Secrets.CURSOR_KEY, CALL_KEY,
            Secrets.callKey("fanout-service", "follow-service"), Secrets.callKey("timeline-service", "follow-service"),
            Secrets.callKey("operator", "follow-service"), Secrets.callKey("operator", "timeline-service"),
            Secrets.callKey("timeline-service", "tweet-service"),
            Shares.POSTGRES_PASSWORD,
            Shares.redisPassword("fanout-service"), Shares.redisPassword("timeline-service"),
            Shares.redisPassword("operator"), Shares.redisPassword("replica")};

    @TempDir
    private Path folder;

    @Test
    void makesEveryFileForItsOwnerOnly() throws IOException {
        Secrets.in(folder.resolve("deep/er")).generateMissing();
        for (String file : files().keySet()) {
            assertThat(mode(folder.resolve("deep/er").resolve(file))).as(file).isEqualTo("rw-------");
        }
        assertThat(mode(folder.resolve("deep/er"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("deep"))).isEqualTo("rwx------");
        assertThat(files()).containsOnlyKeys(ALL);
    }

    @Test
    void publishesNothingPrivate() throws Exception {
        Secrets secrets = Secrets.in(folder).generateMissing();
        RSAKey issuer = RSAKey.parse(secrets.text(Secrets.ISSUER_KEY));
        RSAKey published = JWKSet.parse(secrets.text(Secrets.PUBLIC_KEYS)).getKeyByKeyId(issuer.getKeyID()).toRSAKey();
        assertThat(published.isPrivate()).isFalse();
        assertThat(published.toRSAPublicKey()).isEqualTo(issuer.toRSAPublicKey());
        assertThat(secrets.text(Secrets.PUBLIC_KEYS)).doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    @Test
    void changesNothingThatIsThere() throws IOException {
        Secrets secrets = Secrets.in(folder).generateMissing();
        Map<String, String> before = files();
        secrets.generateMissing();
        assertThat(files()).isEqualTo(before);
        Files.delete(folder.resolve(Secrets.CURSOR_KEY));
        secrets.generateMissing();
        assertThat(files()).containsAllEntriesOf(without(before, Secrets.CURSOR_KEY)).hasSize(ALL.length);
    }

    @Test
    void agreesWithItselfWhenManyStartAtOnce() throws Exception {
        List<Callable<String>> starts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            starts.add(() -> {
                Secrets secrets = Secrets.in(folder).generateMissing();
                return secrets.text(Secrets.ISSUER_KEY) + secrets.text(Secrets.PUBLIC_KEYS)
                        + secrets.text(Secrets.CURSOR_KEY) + secrets.text(CALL_KEY)
                        + secrets.text(Shares.POSTGRES_PASSWORD);
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> seen = new ArrayList<>();
            for (Future<String> start : threads.invokeAll(starts)) {
                seen.add(start.get());
            }
            assertThat(seen).hasSize(16).containsOnly(seen.getFirst());
        }
        assertThat(files()).hasSize(ALL.length);
        assertThat(Secrets.in(folder).key(Secrets.CURSOR_KEY)).hasSize(32)
                .isNotEqualTo(Secrets.in(folder).key(CALL_KEY));
    }

    @Test
    void saysWhatToDoWhenASecretIsMissingOrWeak() throws IOException {
        assertThatThrownBy(() -> Secrets.in(folder).key(Secrets.CURSOR_KEY)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("timeline.secrets");
        Files.writeString(folder.resolve(Secrets.CURSOR_KEY), "c2hvcnQ=");
        assertThatThrownBy(() -> Secrets.in(folder).key(Secrets.CURSOR_KEY)).hasMessageContaining("32 bytes");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static Map<String, String> without(Map<String, String> files, String name) {
        Map<String, String> rest = new HashMap<>(files);
        rest.remove(name);
        return rest;
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> contents = new HashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
