/** What the command line asks of running services over HTTP: their health, the threshold, and the first tweet. */
@NullMarked
package timeline.local.http;

import org.jspecify.annotations.NullMarked;
