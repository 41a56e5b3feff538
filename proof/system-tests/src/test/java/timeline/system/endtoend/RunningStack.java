package timeline.system.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import timeline.local.Settings;
import timeline.local.Stack;
import timeline.local.StackException;
import timeline.local.Terminal;
import timeline.local.embedded.EmbeddedStack;

/**
 * Gives tests a stack of their own, in a temporary folder and on ports apart from the usual ones, so that they pass while another
 * stack is up ({@code -Dtimeline.test.port-offset} chooses others). Started by the first test that asks, shared by all classes,
 * stopped after the last.
 */
public final class RunningStack implements ParameterResolver {
    private static final int PORT_OFFSET = Integer.getInteger("timeline.test.port-offset", 2_000);
    private static final Namespace NAMESPACE = Namespace.create(RunningStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stack.class || type == EmbeddedStack.class;
    }

    @Override
    public EmbeddedStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent("stack", name -> Holder.up(), Holder.class)
                .stack();
    }

    /** A stack, or why there is none: what could not be started once is not tried again for every test. */
    private record Holder(EmbeddedStack running, Terminal terminal,
            @Nullable Exception failure) implements AutoCloseable {
        static Holder up() {
            Terminal terminal = new Terminal(System.out, System.out, System::nanoTime);
            Path root = Path.of(System.getProperty("timeline.root", "..")).toAbsolutePath().normalize();
            EmbeddedStack stack = new EmbeddedStack(root, home());
            try {
                stack.up(new Settings(false, OptionalLong.empty(), PORT_OFFSET, Map.of()), terminal);
                return new Holder(stack, terminal, null);
            } catch (StackException | InterruptedException failed) {
                return new Holder(stack, terminal, failed);
            }
        }

        EmbeddedStack stack() {
            if (failure != null) {
                throw new IllegalStateException("the stack could not be started: " + failure.getMessage(), failure);
            }
            return running;
        }

        @Override
        public void close() {
            try {
                running.down(true, terminal);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private static Path home() {
            try {
                return Files.createTempDirectory("timeline-end-to-end");
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }
}
