package timeline.edge.request;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import timeline.identity.Caller;
import timeline.edge.Problem;
import timeline.id.UserId;

/** Hands a controller the {@link Caller}. */
public final class CallerArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken user) {
            // Both claims are there: a token without them is not verified.
            String username = user.getToken().getClaimAsString("preferred_username");
            return new Caller(UserId.parse(requireNonNull(user.getToken().getSubject())), requireNonNull(username));
        }
        throw Problem.UNAUTHORIZED.because("A valid access token is required.");
    }
}
