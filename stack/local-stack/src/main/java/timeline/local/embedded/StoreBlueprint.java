package timeline.local.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import timeline.local.Component;
import timeline.local.Settings.Compiler;
import timeline.local.process.Signal;
import timeline.stores.EmbeddedStore;
import timeline.stores.Launch;

/**
 * A store: needs nobody.
 *
 * @param compiler all that can change between two starts
 */
record StoreBlueprint(EmbeddedStore store, Compiler compiler) implements Blueprint {
    @Override
    public Component component() {
        return new Component(store.name(), store.name().replaceFirst("-\\d+$", ""), store.port(), OptionalInt.empty());
    }

    @Override
    public List<Integer> ports() {
        return store.ports();
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public Path log() {
        return store.log();
    }

    @Override
    public String version() {
        // Stores that an older stack has started ask for no password, or for other ones.
        return compiler.name() + " with passwords" + store.settingsVersion();
    }

    @Override
    public Launch prepare() throws IOException {
        return store.prepare();
    }

    @Override
    public boolean isReady() {
        return store.isReady();
    }

    @Override
    public Signal stopSignal() {
        return new Signal(store.stopSignal().name());
    }
}
