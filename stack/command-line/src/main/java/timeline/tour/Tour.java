package timeline.tour;

import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import timeline.client.NoAnswerException;
import timeline.client.TimelineClient;
import timeline.client.UnexpectedAnswerException;
import timeline.local.Stack;
import timeline.local.StackException;
import timeline.local.Terminal;
import timeline.local.http.PushThreshold;

/** The chapters, in order. */
public final class Tour {
    private static final int SUFFIX_VALUES = 36 * 36 * 36 * 36 * 36;

    private final Stack stack;
    private final Terminal terminal;
    private final RandomGenerator random;

    /** @param random for usernames that nobody has yet */
    public Tour(Stack stack, Terminal terminal, RandomGenerator random) {
        this.stack = stack;
        this.terminal = terminal;
        this.random = random;
    }

    /**
     * Takes the tour.
     *
     * @return whether every promise held
     * @throws StackException when it could not be finished
     */
    public boolean take() throws InterruptedException {
        List<Chapter> chapters = List.of(new Opening(), new ReadYourWrites(), new PushedTweet(),
                new Celebrity(new PushThreshold(stack)), new DeletedTweet(), new Unfollow(), new Scroll(),
                new NoToken());
        try (TimelineClient client = new TimelineClient(stack.gateway(), Clock.systemUTC())) {
            Guide guide = new Guide(client, terminal);
            Cast cast = Cast.gather(client, Integer.toString(random.nextInt(SUFFIX_VALUES), 36));
            int number = 0;
            for (Chapter chapter : chapters) {
                number++;
                guide.title(number + ". " + chapter.title());
                chapter.tell(guide, cast);
            }
            terminal.say("");
            terminal.say(guide.broken().isEmpty()
                    ? "All " + guide.kept().size() + " promises held."
                    : guide.broken().size() + " promises BROKEN: " + String.join("; ", guide.broken()));
            return guide.broken().isEmpty();
        } catch (NoAnswerException | UnexpectedAnswerException failed) {
            throw new StackException("the tour ends early: " + failed.getMessage(), failed);
        }
    }
}
