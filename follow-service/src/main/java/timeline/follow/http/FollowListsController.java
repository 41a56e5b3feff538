package timeline.follow.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import timeline.identity.Caller;
import timeline.edge.PageRequest;
import timeline.edge.Problem;
import timeline.follow.FollowStore;
import timeline.follow.NumberedFollow;
import timeline.follow.Users;
import timeline.id.UserId;
import timeline.page.CursorCodec;

/** The public lists of who follows a user and whom they follow, newest follow first. */
@RestController
public final class FollowListsController {
    private final Users users;
    private final FollowStore follows;
    private final CursorCodec cursors;

    public FollowListsController(Users users, FollowStore follows, CursorCodec cursors) {
        this.users = users;
        this.follows = follows;
        this.cursors = cursors;
    }

    @GetMapping("/v1/users/{user_id}/followers")
    ListedUsers followers(Caller caller, @PathVariable("user_id") UserId id, PageRequest page) {
        return list(caller, id, "followers:" + id, page, follows::followers);
    }

    @GetMapping("/v1/users/{user_id}/following")
    ListedUsers following(Caller caller, @PathVariable("user_id") UserId id, PageRequest page) {
        return list(caller, id, "following:" + id, page, follows::following);
    }

    private ListedUsers list(Caller caller, UserId id, String name, PageRequest page, Source source) {
        String cursor = page.cursor();
        long before = cursor == null ? Long.MAX_VALUE : cursors.decode(caller.id(), name, cursor);
        // Users are never deleted: whoever is there before the list is read is there when it is.
        if (users.find(id).isEmpty()) {
            throw Problem.NOT_FOUND.because("There is no user " + id + ".");
        }
        // One more than asked for tells whether there is a next page.
        List<NumberedFollow> found = source.read(id, before, page.limit() + 1);
        List<NumberedFollow> shown = found.subList(0, Math.min(found.size(), page.limit()));
        String next = found.size() > page.limit() ? cursors.encode(caller.id(), name, shown.getLast().number()) : null;
        return new ListedUsers(shown.stream().map(line -> new Listed(line.user(), line.username().value())).toList(),
                next);
    }

    private interface Source {
        List<NumberedFollow> read(UserId user, long before, int limit);
    }

    record ListedUsers(List<Listed> users, @Nullable String nextCursor) {}

    record Listed(UserId userId, String username) {}
}
