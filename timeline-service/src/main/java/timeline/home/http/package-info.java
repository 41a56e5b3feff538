/** {@code GET /v1/timeline}: headers, cursors and bodies. */
@NullMarked
package timeline.home.http;

import org.jspecify.annotations.NullMarked;
