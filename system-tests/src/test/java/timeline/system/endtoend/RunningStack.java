package timeline.system.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import timeline.local.Settings;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.embedded.EmbeddedStack;

/**
 * Gives tests a stack of their own, in a temporary folder and on ports apart from the usual ones, so that they pass while another
 * stack is up. Started by the first test that asks, shared by all classes, stopped after the last.
 */
final class RunningStack implements ParameterResolver {
    private static final int PORT_OFFSET = 2_000;
    private static final Namespace NAMESPACE = Namespace.create(RunningStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent("stack", name -> Holder.up(), Holder.class).stack();
    }

    private record Holder(Stack stack, Terminal terminal) implements AutoCloseable {
        static Holder up() {
            try {
                Path home = Files.createTempDirectory("timeline-end-to-end");
                Stack stack = new EmbeddedStack(Path.of(System.getProperty("timeline.root", "..")).toAbsolutePath().normalize(),
                        home);
                Terminal terminal = new Terminal(System.out, System.out, System::nanoTime);
                stack.up(new Settings(false, OptionalLong.empty(), PORT_OFFSET, Map.of()), terminal);
                return new Holder(stack, terminal);
            } catch (java.io.IOException | InterruptedException failed) {
                throw new IllegalStateException("the stack could not be started", failed);
            }
        }

        @Override
        public void close() {
            try {
                stack.down(true, terminal);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
