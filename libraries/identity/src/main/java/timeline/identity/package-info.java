/** Who somebody is: access tokens of users, tokens of services, and the keys behind them (G14). */
@NullMarked
package timeline.identity;

import org.jspecify.annotations.NullMarked;
