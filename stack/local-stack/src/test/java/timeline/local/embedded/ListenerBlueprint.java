package timeline.local.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import timeline.local.Component;
import timeline.stores.Launch;

/** A component that is a small real process: ready when its port answers. */
record ListenerBlueprint(String name, String kind, int port, Set<String> needs, StackFolder folder,
        boolean dies) implements Blueprint {
    ListenerBlueprint(String name, int port, StackFolder folder) {
        this(name, name, port, Set.of(), folder, false);
    }

    @Override
    public Component component() {
        return new Component(name, kind, port, OptionalInt.empty());
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public Path log() {
        return folder.log(name);
    }

    @Override
    public String version() {
        return "on " + port;
    }

    @Override
    public Launch prepare() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Launch(
                List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx32m", "-XX:+UseSerialGC", "-cp", "target/test-classes",
                        Listener.class.getName(), Integer.toString(dies ? 0 : port)),
                Map.of(), Path.of("").toAbsolutePath(), log());
    }

    @Override
    public boolean isReady() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }
}
