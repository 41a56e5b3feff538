package timeline.client;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Where the same is answered: the gateways, when there are several and no load balancer in front of them. Requests go to the address with
 * the fewest of them under way, so that one that hangs gets no more than another can hold; one that failed is asked last for a while. Safe
 * for use by many threads.
 */
final class Addresses {
    /** A process that died takes longer to be back. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final List<Address> all;
    private final LongSupplier nanos;
    private final AtomicInteger turns = new AtomicInteger();

    /** One of them. */
    static final class Address {
        private final URI base;
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicLong restsUntil;

        private Address(URI base, long now) {
            this.base = base;
            this.restsUntil = new AtomicLong(now);
        }

        URI base() {
            return base;
        }

        void begun() {
            underWay.incrementAndGet();
        }

        void ended() {
            underWay.decrementAndGet();
        }
    }

    /** @param nanos a clock that never jumps */
    Addresses(List<URI> bases, LongSupplier nanos) {
        if (bases.isEmpty()) {
            throw new IllegalArgumentException("no address");
        }
        this.all = bases.stream().map(base -> new Address(base, nanos.getAsLong())).toList();
        this.nanos = nanos;
    }

    /** Whom to ask, but those that were asked already; empty when none is left. */
    Optional<Address> choose(Collection<Address> asked) {
        int first = turns.getAndIncrement();
        return IntStream.range(0, all.size()).mapToObj(n -> all.get(Math.floorMod(first + n, all.size())))
                .filter(address -> !asked.contains(address))
                .min(Comparator.comparing(this::rests).thenComparingInt(address -> address.underWay.get()));
    }

    /** Whether there is one besides those that has not failed lately. */
    boolean isAnotherGood(Collection<Address> asked) {
        return all.stream().anyMatch(address -> !asked.contains(address) && !rests(address));
    }

    /** It gave no answer. */
    void failed(Address address) {
        address.restsUntil.set(nanos.getAsLong() + REST.toNanos());
    }

    private boolean rests(Address address) {
        return nanos.getAsLong() - address.restsUntil.get() < 0;
    }
}
