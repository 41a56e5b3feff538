package timeline.tour;

import timeline.client.Session;
import timeline.client.TimelineClient;

/** Two people follow a third. */
final class Opening implements Chapter {
    @Override
    public String title() {
        return "Three people; two of them follow the first";
    }

    @Override
    public void tell(Guide guide, Cast cast) {
        guide.explain(
                "Each has signed up (POST /v1/users) and has a token (POST /v1/tokens): a JWT, signed with RS256, that every "
                        + "service checks by itself.");
        for (Session follower : java.util.List.of(cast.reader(), cast.leaver())) {
            boolean ok = guide.call(follower, "POST", "/v1/follow",
                    TimelineClient.object().put("target_user_id", cast.author().user().toString())).isOk();
            guide.promise("following is acknowledged", ok);
        }
        guide.explain(
                "gateway -> follow-service -> PostgreSQL: the follow and its event in one transaction; then Kafka.");
    }
}
