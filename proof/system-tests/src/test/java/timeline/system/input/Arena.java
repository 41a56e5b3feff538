package timeline.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.identity.Secrets;
import timeline.local.Stack;

/** A running stack with one player on it, and what its gateway says of itself. */
final class Arena {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String RUN = Long.toString(System.currentTimeMillis() % 2_000_000_000, 36);

    private final int port;
    private final TimelineClient client;
    private final Session friend;
    private final Session other;
    private final Player player;
    private final Tokens tokens;
    private final ApiContract contract;

    Arena(Stack stack) {
        this.port = stack.component("gateway").port();
        // Accounts are made past the gateway, which takes many from one address for abuse.
        this.client = new TimelineClient(stack.gateway(), stack.url("follow-service"), Clock.systemUTC());
        this.friend = client.register(freshName());
        this.other = client.register(freshName());
        this.player = another();
        this.tokens = new Tokens(Secrets.in(stack.home().resolve("secrets")), player.session().token(),
                stack.internalToken("follow-service"));
        this.contract = new ApiContract(client.call("GET", "/openapi.json", null, null).orThrow().body());
    }

    static String freshName() {
        return "i" + RUN + "x" + NAMES.incrementAndGet();
    }

    int port() {
        return port;
    }

    Player player() {
        return player;
    }

    /** A player of its own. */
    Player another() {
        return Player.of(client.register(freshName()), friend, other);
    }

    Tokens tokens() {
        return tokens;
    }

    ApiContract contract() {
        return contract;
    }

    Calls calls() {
        return new Calls(player);
    }

    /** The whole table. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>(new EveryCallRows(tokens).of(calls()));
        rows.addAll(new CallRows(calls(), player).all());
        return rows;
    }

    /** Asks on a connection of its own, and checks the answer. */
    Reply ask(RawRequest request) throws IOException {
        try (Wire wire = new Wire(port)) {
            return checked(request, wire.send(request));
        }
    }

    /** The answer, when there is nothing wrong with it. */
    Reply checked(RawRequest request, Optional<Reply> answer) {
        assertThat(answer).as("%s", request).isPresent();
        Reply reply = answer.get();
        List<String> violations = new ArrayList<>(Rules.violations(request, reply));
        violations.addAll(contract.violations(request, reply));
        assertThat(violations).as("%s%n%s", request, reply).isEmpty();
        return reply;
    }
}
