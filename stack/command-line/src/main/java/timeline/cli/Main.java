package timeline.cli;

import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.embedded.EmbeddedStack;
import timeline.stores.Installation;

/** What the {@code timeline} script runs. */
public final class Main {
    private Main() {
    }

    static void main(String[] arguments) {
        Installation installation = Installation.fromSystemProperty();
        Stack stack = new EmbeddedStack(installation.root(), installation.home());
        Terminal terminal = new Terminal(System.out, System.err, System::nanoTime);
        System.exit(CommandLines.of(stack, terminal).execute(arguments));
    }
}
