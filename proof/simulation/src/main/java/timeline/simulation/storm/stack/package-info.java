/**
 * A small stack in virtual time that shares two processors: gateways, services and stores that do nothing but take processor time and wait,
 * with the very code that decides whom a call goes to, how often, and what is let in ({@code libraries/traffic}).
 */
@NullMarked
package timeline.simulation.storm.stack;

import org.jspecify.annotations.NullMarked;
