package timeline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody holds more than it needs. */
class SharesTest {
    @TempDir
    private Path folder;
    private Shares shares;

    @BeforeEach
    void handOut() throws IOException {
        Secrets.main(new String[]{folder.resolve("all").toString(), folder.resolve("shares").toString()});
        shares = new Shares(Secrets.in(folder.resolve("all")), folder.resolve("shares"));
    }

    @Test
    void theGatewayHoldsNothingButPublicKeys() throws IOException {
        assertThat(held("gateway")).containsExactly("jwks.json");
    }

    @Test
    void theSigningKeyIsTheIssuersAlone() throws IOException {
        assertThat(holdersOf("issuer.jwk.json")).containsExactly("follow-service");
    }

    @Test
    void theCursorsKeyIsWithThoseWhoGivePages() throws IOException {
        assertThat(holdersOf("cursor.key")).containsExactly("follow-service", "timeline-service", "tweet-service");
    }

    @Test
    void aCallersKeyIsWithTheTwoServicesOfTheCall() throws IOException {
        for (String caller : new String[]{"fanout-service", "operator", "timeline-service", "tweet-service"}) {
            assertThat(holdersOf("call." + caller + ".follow-service.key")).containsExactlyInAnyOrder(caller,
                    "follow-service");
        }
        assertThat(holdersOf("call.operator.timeline-service.key")).containsExactly("operator", "timeline-service");
        assertThat(holdersOf("call.timeline-service.tweet-service.key")).containsExactly("timeline-service",
                "tweet-service");
    }

    @Test
    void aPasswordIsWithItsUserAndItsStore() throws IOException {
        assertThat(holdersOf("config/spring.datasource.password")).containsExactly("follow-service");
        assertThat(holdersOf("postgres.password")).containsExactly("postgres");
        assertThat(holdersOf("config/timeline.redis.password")).containsExactly("fanout-service", "timeline-service");
        assertThat(holdersOf("redis.operator.password")).containsExactly("operator", "redis");
        assertThat(Files.readString(shares.of("fanout-service").resolve("config/timeline.redis.password")))
                .hasSize(48).isEqualTo(Files.readString(folder.resolve("all/redis.fanout-service.password")))
                .isNotEqualTo(Files.readString(folder.resolve("all/redis.timeline-service.password")));
    }

    @Test
    void nobodyElseMayEnterAndDraftsAreGone() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("shares"))) {
            for (Path path : all.toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                assertThat(mode).as(path.toString()).endsWith("---")
                        .startsWith(Files.isDirectory(path) ? "rwx------" : "rw-");
                assertThat(path.toString()).doesNotEndWith(".draft");
            }
        }
    }

    @Test
    void aSecretThatWasMadeAnewReachesItsHolders() throws IOException {
        Files.delete(folder.resolve("all/cursor.key"));
        Secrets all = Secrets.in(folder.resolve("all")).generateMissing();
        shares.handOut();
        assertThat(Secrets.in(shares.of("tweet-service")).key(Secrets.CURSOR_KEY))
                .isEqualTo(all.key(Secrets.CURSOR_KEY));
    }

    private List<String> holdersOf(String file) throws IOException {
        try (Stream<Path> holders = Files.list(folder.resolve("shares"))) {
            return holders.filter(holder -> Files.exists(holder.resolve(file)))
                    .map(holder -> holder.getFileName().toString())
                    .sorted().toList();
        }
    }

    private List<String> held(String holder) throws IOException {
        try (Stream<Path> files = Files.walk(shares.of(holder))) {
            return files.filter(Files::isRegularFile).map(file -> shares.of(holder).relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
