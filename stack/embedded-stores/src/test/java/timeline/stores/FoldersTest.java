package timeline.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    @Test
    void createsDataOnce() throws IOException {
        AtomicInteger creations = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            Path data = Folders.createOnce(temporary, fresh -> {
                creations.incrementAndGet();
                Files.writeString(fresh.resolve("file"), "content");
            });
            assertThat(data.resolve("file")).hasContent("content");
        }
        assertThat(creations).hasValue(1);
    }

    @Test
    void beginsAgainWhenCreationWasCutShort() throws IOException {
        assertThatThrownBy(() -> Folders.createOnce(temporary, fresh -> {
            Files.writeString(fresh.resolve("half"), "");
            throw new IOException("killed");
        })).hasMessage("killed");

        Path data = Folders.createOnce(temporary, fresh -> Files.writeString(fresh.resolve("whole"), ""));

        assertThat(data.resolve("whole")).exists();
        assertThat(data.resolve("half")).doesNotExist();
    }

    @Test
    void sharesTheFirstOfManyFoldersThatAreFilledAtTheSameTime() {
        int fillers = 8;
        CyclicBarrier together = new CyclicBarrier(fillers);
        Path shared = temporary.resolve("shared");
        List<CompletableFuture<Path>> all = IntStream.range(0, fillers)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> fill(shared, together), Thread::startVirtualThread))
                .toList();

        assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(shared));
        assertThat(shared.resolve("a")).hasContent("a");
        assertThat(shared.resolve("b")).hasContent("b");
        assertThat(temporary).as("nothing is left of the losers").isDirectoryContaining(shared::equals)
                .isDirectoryNotContaining(path -> !path.equals(shared));
    }

    @Test
    void deletesWhatIsThereAndDoesNotMindWhatIsNot() throws IOException {
        Path tree = Files.createDirectories(temporary.resolve("a/b/c"));
        Files.writeString(tree.resolve("file"), "");
        Files.createSymbolicLink(temporary.resolve("a/link"), temporary.resolve("kept"));
        Files.createDirectory(temporary.resolve("kept"));

        Folders.delete(temporary.resolve("a"));
        Folders.delete(temporary.resolve("a"));

        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).containsExactly(temporary.resolve("kept"));
        }
    }

    private static Path fill(Path shared, CyclicBarrier together) {
        try {
            return Folders.shareOnce(shared, fresh -> {
                Files.writeString(fresh.resolve("a"), "a");
                await(together);
                Files.writeString(fresh.resolve("b"), "b");
            });
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
