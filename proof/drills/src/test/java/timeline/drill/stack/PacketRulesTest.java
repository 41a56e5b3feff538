package timeline.drill.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.drill.stack.Target.State;

/** A link is what the rules in the container's network have really done with packets. */
class PacketRulesTest {
    private static final String NOTHING = """
            -P INPUT ACCEPT -c 1041 62460
            -P FORWARD ACCEPT -c 0 0
            -P OUTPUT ACCEPT -c 998 59880
            """;

    private static String cut(int in, int out) {
        return NOTHING + "-A INPUT ! -i lo -c " + in + " 720 -j DROP\n-A OUTPUT ! -o lo -c " + out + " 60 -j DROP\n";
    }

    private static List<String> commands(Link link) {
        return PacketRules.making(link).stream().map(command -> String.join(" ", command)).toList();
    }

    @Test
    void aCutDropsEverythingInBothDirectionsButOnTheLoopback() {
        assertThat(commands(Link.CUT)).containsExactly("iptables -w -F INPUT", "iptables -w -F OUTPUT",
                "iptables -w -A INPUT ! -i lo -j DROP", "iptables -w -A OUTPUT ! -o lo -j DROP");
    }

    @Test
    void aLossyLinkDropsByChance() {
        assertThat(commands(Link.LOSSY)).containsExactly("iptables -w -F INPUT", "iptables -w -F OUTPUT",
                "iptables -w -A INPUT ! -i lo -m statistic --mode random --probability 0.1 -j DROP",
                "iptables -w -A OUTPUT ! -o lo -m statistic --mode random --probability 0.1 -j DROP");
    }

    @Test
    void aWholeLinkHasNoRules() {
        assertThat(commands(Link.WHOLE)).containsExactly("iptables -w -F INPUT", "iptables -w -F OUTPUT");
        assertThat(PacketRules.state(NOTHING)).isEqualTo(State.RUNNING);
    }

    @Test
    void isCutOffWhenSomethingWasDropped() {
        assertThat(PacketRules.state(cut(12, 0))).isEqualTo(State.CUT_OFF);
        assertThat(PacketRules.state(cut(0, 1))).isEqualTo(State.CUT_OFF);
    }

    @Test
    void losesWhenTheChanceHasStruck() {
        assertThat(PacketRules.state(NOTHING + """
                -A INPUT ! -i lo -m statistic --mode random --probability 0.10000000009 -c 3 180 -j DROP
                -A OUTPUT ! -o lo -m statistic --mode random --probability 0.10000000009 -c 0 0 -j DROP
                """)).isEqualTo(State.LOSING);
    }

    @Test
    void rulesThatNothingHasMetProveNothing() {
        assertThat(PacketRules.state(cut(0, 0))).isEqualTo(State.SILENT);
    }

    @Test
    void oneDirectionIsNotBoth() {
        assertThat(PacketRules.state(NOTHING + "-A INPUT ! -i lo -c 12 720 -j DROP\n")).isEqualTo(State.SILENT);
    }
}
