/**
 * The service's doors: {@code /v1/**} for users, {@code /internal/**} for the other services. Ids are decimal strings on the first and
 * numbers on the second, where they come by the ten thousand and no JavaScript reads them.
 */
@NullMarked
package timeline.follow.http;

import org.jspecify.annotations.NullMarked;
