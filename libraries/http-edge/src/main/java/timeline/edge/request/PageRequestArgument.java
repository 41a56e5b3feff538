package timeline.edge.request;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import timeline.edge.PageRequest;
import timeline.edge.Problem;
import timeline.page.PageLimit;

/** Hands a controller the {@link PageRequest} in {@code limit} and {@code cursor}. Out of bounds is refused, never clamped. */
public final class PageRequestArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
        String cursor = single(request, "cursor");
        if (cursor != null && cursor.isEmpty()) {
            throw Problem.INVALID_CURSOR.because("The parameter 'cursor' is empty.");
        }
        return new PageRequest(limit(single(request, "limit")), cursor);
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return PageLimit.DEFAULT;
        }
        int limit = text.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(text) : 0;
        if (limit < PageLimit.MIN || limit > PageLimit.MAX) {
            throw Problem.INVALID_PARAMETER.because("The parameter 'limit' must be a number from 1 to 100.");
        }
        return limit;
    }

    private static @Nullable String single(NativeWebRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw Problem.INVALID_PARAMETER.because("The parameter '" + name + "' is repeated.");
        }
        return values == null ? null : values[0];
    }
}
