package timeline.testkit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Made once, when first asked for. A failure is made once too: the second test does not wait again for what can't start. */
final class Lazy<T> {
    private final Supplier<T> maker;
    private @Nullable T value;
    private @Nullable RuntimeException failure;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (failure != null) {
            throw failure;
        }
        if (value == null) {
            try {
                value = maker.get();
            } catch (RuntimeException failed) {
                failure = failed;
                throw failed;
            }
        }
        return value;
    }
}
