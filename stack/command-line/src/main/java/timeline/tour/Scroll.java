package timeline.tour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import timeline.client.Answer;

/** G4, G5, G6. */
final class Scroll implements Chapter {
    private static final int TWEETS = 25;
    private static final int PAGE = 10;
    private static final int BAD_REQUEST = 400;

    @Override
    public String title() {
        return "Scrolling to the end meets every tweet once, newest first";
    }

    @Override
    public void tell(Guide guide, Cast cast) throws InterruptedException {
        List<String> posted = new ArrayList<>();
        for (int number = 1; number <= TWEETS; number++) {
            posted.add(Page.posted(cast.author().post("Thought number " + number)));
        }
        guide.explain(TWEETS + " more tweets have been posted.");
        guide.within(Duration.ofSeconds(3), cast.reader(), answer -> Page.holds(answer, posted.getLast()));
        List<String> met = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            String query = "?limit=" + PAGE + cursor.map(text -> "&cursor=" + text).orElse("");
            Page page = Page.of(guide.call(cast.reader(), "GET", "/v1/timeline" + query, null).orThrow());
            met.addAll(page.tweets());
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        guide.explain(
                "The cursor is the position of the last tweet seen, signed: it does not need that tweet to exist any more.");
        guide.promise("G6: every tweet was met", met.containsAll(posted));
        guide.promise("G4: none twice", new HashSet<>(met).size() == met.size());
        guide.promise("G5: newest first, within and across pages", Page.strictlyDescending(met));
        Answer tampered = guide.call(cast.reader(), "GET", "/v1/timeline?cursor=bm90LW1pbmU", null);
        guide.promise("a cursor that was made up is refused", tampered.status() == BAD_REQUEST);
    }
}
