package timeline.follow.http;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import timeline.edge.Problem;
import timeline.follow.User;
import timeline.follow.Users;
import timeline.id.UserId;

/** Tells the other services who a user is. */
@RestController
public final class InternalUsersController {
    private final Users users;

    public InternalUsersController(Users users) {
        this.users = users;
    }

    @GetMapping("/internal/v1/users/{user_id}")
    Known user(@PathVariable("user_id") UserId id) {
        User user = users.find(id).orElseThrow(() -> Problem.NOT_FOUND.because("There is no user " + id + "."));
        return new Known(id.value(), user.username().value());
    }

    record Known(long userId, String username) {}
}
