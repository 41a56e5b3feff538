package timeline.follow.http;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import timeline.edge.Problem;
import timeline.follow.Profile;
import timeline.follow.User;
import timeline.follow.Username;
import timeline.follow.Users;
import timeline.id.UserId;

/** Registration, which needs no token, and profiles. */
@RestController
public final class UsersController {
    private final Users users;
    private final InstantSource clock;

    public UsersController(Users users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
    }

    @PostMapping("/v1/users")
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(@RequestBody NewUser body) {
        Username username = Usernames.of(body.username());
        User user = users.register(username, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .orElseThrow(() -> Problem.USERNAME_TAKEN.because("'" + username + "' is taken."));
        return new Registered(user.id(), user.username().value(), Rfc3339.text(user.createdAt()));
    }

    @GetMapping("/v1/users/{user_id}")
    Shown profile(@PathVariable("user_id") UserId id) {
        Profile profile = users.profile(id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no user " + id + "."));
        return new Shown(id, profile.user().username().value(), Rfc3339.text(profile.user().createdAt()),
                profile.followerCount(), profile.followingCount());
    }

    record NewUser(@Nullable String username) {}

    record Registered(UserId userId, String username, String createdAt) {}

    record Shown(UserId userId, String username, String createdAt, long followerCount, long followingCount) {}
}
