package timeline.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.cli.launcher.Checkout.Answer;

/** The {@code timeline} script, wherever it lies and however it is called. */
class LauncherIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    private Path parent = Path.of(".");

    @BeforeEach
    void realPath() throws IOException {
        parent = temporary.toRealPath();
    }

    private Checkout checkout(String name) throws IOException {
        return Checkout.in(parent.resolve(name), parent.resolve("tools"));
    }

    private static void runsFrom(Path root, Answer answer) {
        assertThat(answer.lines()).as("what Java is asked to run").contains("-Dtimeline.root=" + root,
                "-Dtimeline.home=" + root + "/.timeline", root + "/stack/command-line/target/cli/*",
                "timeline.cli.Main",
                "-XX:SharedArchiveFile=" + root + "/.timeline/cli.jsa");
        assertThat(answer.lines().getLast()).isEqualTo("ps");
        assertThat(answer.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a blank", " two  more ", "it's", "été", "-dash", "-",
            "50%, #1; [a-b] {c} (d) & *?~|<>", "ж/漢字/ع",
            "src", "target"})
    void runsInAFolderOfAnyName(String name) throws IOException, InterruptedException {
        Checkout checkout = checkout(name);
        runsFrom(checkout.root(), checkout.timeline("ps"));
        Path relative = parent.relativize(checkout.launcher());
        runsFrom(checkout.root(), checkout.run(parent, "sh", "--", relative.toString(), "ps"));
        runsFrom(checkout.root(), checkout.run(checkout.root(), "sh", "timeline", "ps"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"été", "it's ж"})
    void namesFoldersBeyondAsciiAlsoInTheLocaleC(String name) throws IOException, InterruptedException {
        Checkout checkout = checkout(name).with("LC_ALL", "C");
        Answer answer = checkout.timeline("ps");
        runsFrom(checkout.root(), answer);
        assertThat(answer.lines().getFirst()).contains("UTF-8");
    }

    @Test
    void leavesTheLocaleAloneWhenItNamesAllFolders() throws IOException, InterruptedException {
        assertThat(checkout("plain").with("LC_ALL", "C").timeline("ps").lines()).contains("LC_ALL=C");
    }

    @Test
    void isNotMisledByCdpath() throws IOException, InterruptedException {
        Checkout checkout = checkout("work/repository");
        Path decoy = parent.resolve("decoy");
        Files.createDirectories(decoy.resolve("repository"));
        checkout.with("CDPATH", decoy + ":" + parent.resolve("work") + ":.");
        runsFrom(checkout.root(), checkout.run(parent.resolve("work"), "sh", "repository/timeline", "ps"));
        assertThat(decoy.resolve("repository")).isEmptyDirectory();
        assertThat(parent.resolve("work").toFile().list()).containsExactly("repository");
    }

    @Test
    void isFoundBehindLinks() throws IOException, InterruptedException {
        Checkout checkout = checkout("a repository");
        Files.setPosixFilePermissions(checkout.launcher(),
                java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        Path bin = Files.createDirectories(parent.resolve("home/my bin"));
        Files.createSymbolicLink(bin.resolve("absolute"), checkout.launcher());
        Files.createSymbolicLink(bin.resolve("relative"), bin.relativize(checkout.launcher()));
        Files.createSymbolicLink(parent.resolve("chained"), Path.of("home/my bin/relative"));
        Files.createSymbolicLink(parent.resolve("-dash"), Path.of("chained"));
        Files.createSymbolicLink(parent.resolve("folder"), checkout.root());

        for (String link : List.of("home/my bin/absolute", "home/my bin/relative", "./chained", "./-dash",
                "folder/timeline")) {
            runsFrom(checkout.root(), checkout.run(parent, parent.resolve(link).normalize().toString(), "ps"));
            runsFrom(checkout.root(), checkout.run(parent, link, "ps"));
        }
        runsFrom(checkout.root(), checkout.run(parent, "sh", "--", "-dash", "ps"));
        runsFrom(checkout.root(), checkout.run(parent, "sh", "-c", "PATH=\"$0:$PATH\" relative ps", bin.toString()));
        assertThat(bin.toFile().list()).as("nothing is written beside a link").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/repository", "target/repository", "repository"})
    void buildsAgainOnlyWhenASourceIsNewer(String name) throws IOException, InterruptedException {
        Checkout checkout = checkout(name);
        assertThat(checkout.timeline("up").builds()).isFalse();
        edit(checkout.root().resolve("README.md"));
        assertThat(checkout.timeline("up").builds()).as("after an edit of a document").isFalse();
        edit(checkout.root().resolve("gateway/src/main/java/Gateway.java"));
        assertThat(checkout.timeline("up").builds()).as("after an edit of a source").isTrue();
    }

    /** Maven takes away no resource and no jar whose source has gone, and both would be found by what is built next. */
    @Test
    void leavesNothingOfAnEarlierBuildInForce() throws IOException, InterruptedException {
        Checkout checkout = checkout("repository");
        Path resource = left(checkout, "stack/local-stack/target/classes/META-INF/services/timeline.local.Command");
        Path jar = left(checkout, "stack/command-line/target/cli/renamed.jar");
        Path compiled = left(checkout, "stack/local-stack/target/classes/timeline/local/Command.class");
        Path source = left(checkout, "stack/local-stack/src/target/classes/keys.txt");
        edit(checkout.root().resolve("gateway/src/main/java/Gateway.java"));
        assertThat(checkout.timeline("up").builds()).isTrue();
        assertThat(resource).doesNotExist();
        assertThat(jar).doesNotExist();
        assertThat(compiled).as("what the compiler looks after itself").exists();
        assertThat(source).exists();
    }

    private static Path left(Checkout checkout, String name) throws IOException {
        Path file = checkout.root().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    private static void edit(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere", "a blank/it's été", "-dash"})
    void keepsAllStateWhereItIsTold(String home) throws IOException, InterruptedException {
        Checkout checkout = checkout("repository");
        Files.delete(checkout.root().resolve(".timeline/built"));
        Files.delete(checkout.root().resolve(".timeline"));
        Path state = parent.resolve(home);
        for (String value : List.of(state.toString(), home)) {
            Answer answer = checkout.with("TIMELINE_HOME", value).run(parent, "sh", "repository/timeline", "ps");
            assertThat(answer.property("timeline.home")).isEqualTo(state.toString());
            assertThat(answer.property("timeline.root")).isEqualTo(checkout.root().toString());
            assertThat(answer.property("java.io.tmpdir")).startsWith(state + "/");
            assertThat(answer.lines()).contains("-XX:SharedArchiveFile=" + state + "/cli.jsa");
        }
        checkout.with("TIMELINE_HOME", state.toString());
        assertThat(checkout.timeline("up").builds()).isTrue();
        assertThat(state.resolve("log/build.log")).exists();
        checkout.builtAnHourAgo(state);
        assertThat(checkout.timeline("up").builds()).as("with a build noted there").isFalse();
        assertThat(checkout.root().resolve(".timeline")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a\"b", "a$b", "a`b", "a\\b", "a\nb", "wow!", "wow!/b"})
    void refusesAPathThatSomethingOnTheWayWouldTakeForMore(String name) throws IOException, InterruptedException {
        Checkout checkout = checkout(name);
        Path state = checkout.root().resolve(".timeline");
        refuses(checkout.timeline("up"), "may hold");
        assertThat(state.toFile().list()).containsExactly("built");

        Checkout sound = checkout("sound").with("TIMELINE_HOME", parent.resolve("state").resolve(name).toString());
        refuses(sound.timeline("up"), "may hold");
        assertThat(parent.resolve("state")).doesNotExist();
    }

    @Test
    void refusesAUserWithoutANameBeforeAnythingIsWritten() throws IOException, InterruptedException {
        Checkout checkout = checkout("repository").with("TIMELINE_HOME", parent.resolve("state").toString());
        checkout.executable("bin/id", "case $1 in -un) echo 'id: no such user' >&2; exit 1 ;; *) echo 12345 ;; esac\n");
        refuses(checkout.timeline("up"), "/etc/passwd");
        assertThat(parent.resolve("state")).doesNotExist();
        assertThat(checkout.timeline("ps").code()).as("whatever creates no database").isZero();
    }

    private static void refuses(Answer answer, String why) {
        assertThat(answer.code()).isEqualTo(1);
        assertThat(String.join("\n", answer.lines())).startsWith("timeline: ").contains(why);
        assertThat(answer.lines()).as(answer.lines().toString()).hasSizeLessThanOrEqualTo(2)
                .noneMatch(line -> line.startsWith("-D"));
    }

    @Test
    void passesArgumentsOnAsTheyAre() throws IOException, InterruptedException {
        String[] arguments = {"kill", "", "a  b", "*", "-e", "it's", "\\n", "--"};
        List<String> lines = checkout("repository").timeline(arguments).lines();
        assertThat(lines.subList(lines.indexOf("timeline.cli.Main") + 1, lines.size()))
                .isEqualTo(Arrays.asList(arguments));
    }
}
