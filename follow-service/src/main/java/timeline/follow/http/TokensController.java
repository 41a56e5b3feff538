package timeline.follow.http;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import timeline.edge.Problem;
import timeline.identity.AccessTokenIssuer;
import timeline.follow.User;
import timeline.follow.Username;
import timeline.follow.Users;

/**
 * The development issuer: a token for whoever names a user, without any password. Absent, and so a 404, where an outside issuer is
 * configured.
 */
@RestController
public final class TokensController {
    private final Users users;
    private final AccessTokenIssuer issuer;

    public TokensController(Users users, AccessTokenIssuer issuer) {
        this.users = users;
        this.issuer = issuer;
    }

    @PostMapping("/v1/tokens")
    Token issue(@RequestBody TokenRequest body) {
        Username username = Usernames.of(body.username());
        User user = users.findByName(username)
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no user '" + username + "'."));
        return new Token(issuer.issue(user.id(), username.value()), "Bearer", issuer.life().toSeconds());
    }

    record TokenRequest(@Nullable String username) {}

    /** @param expiresIn seconds */
    record Token(String accessToken, String tokenType, long expiresIn) {}
}
