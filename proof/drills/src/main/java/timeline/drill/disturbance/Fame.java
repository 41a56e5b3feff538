package timeline.drill.disturbance;

import java.util.List;
import timeline.client.Session;
import timeline.local.http.PullSet.Place;
import timeline.drill.crowd.Bond;
import timeline.drill.crowd.Crowd;
import timeline.drill.disturbance.Disturbance.Scene;

/** An author whose fickle followers make a celebrity of them, or not. */
final class Fame implements RoundTrip.Author {
    private final Scene scene;
    private final Session author;
    private final List<Session> fickle;

    Fame(Scene scene, Session author) {
        this.scene = scene;
        this.author = author;
        this.fickle = scene.crowd().ties(Bond.FICKLE).stream().filter(tie -> tie.author() == author)
                .map(Crowd.Tie::follower).toList();
    }

    @Override
    public void rise() {
        fickle.forEach(follower -> scene.crowd().calls().follow(follower, author.user()));
    }

    @Override
    public void fall() {
        fickle.forEach(follower -> scene.crowd().calls().unfollow(follower, author.user()));
    }

    @Override
    public void post() {
        scene.crowd().calls().post(author);
    }

    @Override
    public Place place() {
        return scene.target().place(author.user());
    }
}
