package timeline.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Containers where a Docker engine answers, embedded processes where none does; said in one line, never silently. */
final class StoreChoice {
    static final String PROPERTY = "timeline.stores";

    private StoreChoice() {
    }

    static StoreBackend choose() {
        List<StoreBackend> all = ServiceLoader.load(StoreBackend.class).stream().map(ServiceLoader.Provider::get)
                .toList();
        return among(all, System.getProperty(PROPERTY, ""), System.out::println);
    }

    /** @param wanted a backend's name; empty for the first one that works */
    static StoreBackend among(List<StoreBackend> all, String wanted, Consumer<String> say) {
        String names = all.stream().map(StoreBackend::name).collect(Collectors.joining("|"));
        List<String> reasons = new ArrayList<>();
        for (StoreBackend backend : all) {
            if (!wanted.isEmpty() && !wanted.equals(backend.name())) {
                continue;
            }
            Optional<String> obstacle = backend.obstacle();
            if (obstacle.isEmpty()) {
                reasons.addFirst(wanted.isEmpty() ? "chosen by itself" : "as asked for");
                say.accept("==> real stores of these tests: " + backend.name() + " (" + String.join("; ", reasons)
                        + "); -D" + PROPERTY + "=" + names + " decides otherwise");
                return backend;
            }
            reasons.add("no " + backend.name() + ": " + obstacle.get());
        }
        throw new IllegalStateException("no stores for the tests (-D" + PROPERTY + "=" + wanted + " of " + names + "): "
                + String.join("; ", reasons));
    }
}
