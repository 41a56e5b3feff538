/** Whatever is sent to the gateway: the table of bad input, seeded garbage, and the API's description held against the answers. */
@NullMarked
package timeline.system.input;

import org.jspecify.annotations.NullMarked;
