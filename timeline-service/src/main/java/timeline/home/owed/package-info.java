/**
 * What is owed to the timelines, as the readers of this process know it: the book of debts, looked at twice a second for all of them (ADR
 * 0026). A read takes from it what its cached page may lack, or says that it can't tell.
 */
@NullMarked
package timeline.home.owed;

import org.jspecify.annotations.NullMarked;
