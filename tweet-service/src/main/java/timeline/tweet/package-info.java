/**
 * Write path 1 of the whiteboard: a tweet is checked, named by time, stored together with the event it owes, and published. This package
 * and its siblings {@code id}, {@code idempotency} and {@code outbox} are the idea; {@code http}, {@code cassandra}, {@code kafka} and
 * {@code client} are the arrows.
 */
@NullMarked
package timeline.tweet;

import org.jspecify.annotations.NullMarked;
