/** The only published port: who may call what, how often, and which instance answers. */
@NullMarked
package timeline.gateway;

import org.jspecify.annotations.NullMarked;
