package timeline.stores.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.stores.Installation;

class RedisUsersTest {
    private final RedisUsers users = new RedisUsers(user -> "secret of " + user);

    @Test
    void theListHoldsDigestsAndSwitchesTheDefaultUserOff() {
        assertThat(users.aclFile()).startsWith("user default off ").doesNotContain("secret").contains(
                "user replica on #", " resetchannels -@all +ping +psync +replconf\n");
        assertThat(users.aclFile().lines()).hasSize(1 + RedisUsers.RULES.size());
    }

    @Test
    void noServiceMayDoEverything() {
        assertThat(RedisUsers.RULES.values())
                .allSatisfy(rules -> assertThat(rules).contains("-@all").doesNotContain("+@all",
                        "+@admin", "+@dangerous", "allcommands", "+config", "+acl|setuser", "nopass"));
    }

    @Test
    void theContainerStackHasTheSameRules() throws IOException {
        String compose = Files.readString(Installation.fromSystemProperty().root().resolve("docker-compose.yml"));
        for (Map.Entry<String, String> rules : RedisUsers.RULES.entrySet()) {
            assertThat(compose).as("rules of " + rules.getKey())
                    .contains("user " + rules.getKey() + " '" + rules.getValue() + "'");
        }
    }

    @Test
    void nobodyReadsAPasswordInALog() {
        assertThat(users.login("operator").toString()).contains("operator").doesNotContain("secret");
    }
}
