package timeline.local.http;

import java.util.LinkedHashMap;
import java.util.Map;
import timeline.local.Component;
import timeline.local.Stack;

/** Whether reads show what is yet to be delivered, and say when they can't tell; each instance of the timeline-service has it for itself. */
public final class ReadCeiling {
    private static final String SERVICE = "timeline-service";
    private static final String PATH = "/ceiling";
    private static final String FIELD = "ceiling";

    private final Stack stack;

    public ReadCeiling(Stack stack) {
        this.stack = stack;
    }

    /** {@code on} or {@code off}, by instance. */
    public Map<String, String> current() {
        Map<String, String> ceilings = new LinkedHashMap<>();
        for (Component instance : stack.instances(SERVICE)) {
            ceilings.put(instance.name(), new InternalApi(stack, instance).get(PATH).path(FIELD).asString());
        }
        return ceilings;
    }

    /** From the next read on, at all instances. */
    public void turn(boolean isOn) {
        for (Component instance : stack.instances(SERVICE)) {
            new InternalApi(stack, instance).put(PATH, FIELD, isOn ? "on" : "off");
        }
    }
}
