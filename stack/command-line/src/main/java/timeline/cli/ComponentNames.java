package timeline.cli;

import java.util.List;
import timeline.local.Component;
import timeline.local.Stack;
import timeline.local.UsageException;

/** The components that a command line names. */
final class ComponentNames {
    private ComponentNames() {
    }

    /**
     * All names are looked at before anything is done to the first one.
     *
     * @throws UsageException when the stack has no component of one of these names; a stack that is down has none at all, which is not the
     *         command line's fault
     */
    static void require(Stack stack, List<String> names) {
        List<String> known = stack.components().stream().map(Component::name).toList();
        names.stream().filter(name -> !known.isEmpty() && !known.contains(name)).findFirst().ifPresent(unknown -> {
            throw new UsageException("there is no component " + unknown + ", only " + String.join(" ", known));
        });
    }
}
