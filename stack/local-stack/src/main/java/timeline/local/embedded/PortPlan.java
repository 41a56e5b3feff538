package timeline.local.embedded;

import timeline.local.Settings;

/** Which component listens where. */
record PortPlan(Settings settings) {
    /** The port for clients: the one that was asked for, or the default plus the offset. */
    int of(String component, int defaultPort) {
        return settings.ports().getOrDefault(component, defaultPort + settings.portOffset());
    }
}
