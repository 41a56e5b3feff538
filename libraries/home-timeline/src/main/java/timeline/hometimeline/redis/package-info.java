/**
 * The home timelines in Redis Cluster: plain pipelined commands where followers are many, one Lua script where a step must be
 * atomic. The layout of a key is described in {@code timeline.lua}.
 */
@NullMarked
package timeline.hometimeline.redis;

import org.jspecify.annotations.NullMarked;
