package timeline.cli;

import java.util.SplittableRandom;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.tour.Tour;

/** {@code ./timeline demo}. */
@picocli.CommandLine.Command(name = "demo", description = "The guided tour: what each request does, and the promises that it keeps.")
public final class DemoCommand implements Command {
    @Override
    public int run(Stack stack, Terminal terminal) throws InterruptedException {
        return new Tour(stack, terminal, new SplittableRandom()).take() ? DONE : FAILED;
    }
}
