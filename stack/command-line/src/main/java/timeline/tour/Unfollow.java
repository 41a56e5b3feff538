package timeline.tour;

import timeline.client.Answer;

/** G7. */
final class Unfollow implements Chapter {
    @Override
    public String title() {
        return "After an unfollow the author's tweets are gone from the next read";
    }

    @Override
    public void tell(Guide guide, Cast cast) {
        boolean hadSome = !Page.of(guide.timeline(cast.leaver())).tweets().isEmpty();
        boolean ok = guide.call(cast.leaver(), "DELETE", "/v1/follow/" + cast.author().user(), null).isOk();
        Answer timeline = guide.timeline(cast.leaver());
        guide.explain(
                "Lazy: nothing was scanned. A read shows only authors who are followed now, and refills the page.");
        guide.promise("G7: gone from the next read",
                hadSome && ok && timeline.isOk() && Page.of(timeline).tweets().isEmpty());
    }
}
