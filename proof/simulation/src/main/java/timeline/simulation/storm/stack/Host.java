package timeline.simulation.storm.stack;

import timeline.simulation.engine.Cores;
import timeline.simulation.engine.Scheduler;

/** What all processes share. */
record Host(Scheduler scheduler, Cores cores, Network network, Design design, Ledger ledger) {}
