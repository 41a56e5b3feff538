package timeline.edge.problem;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import timeline.edge.Problem;
import timeline.edge.ProblemException;
import timeline.page.InvalidCursorException;

/** The exceptions of the web layer itself, as problems. Details are our own sentences: a library's message may leak. */
public final class WebExceptions implements ExceptionTranslation {
    @Override
    public @Nullable ProblemException translate(Throwable exception) {
        return switch (exception) {
            case ProblemException problem -> problem;
            case InvalidCursorException cursor -> Problem.INVALID_CURSOR.because(String.valueOf(cursor.getMessage()));
            case Throwable any when isOfAClientThatIsGone(any) ->
                Problem.CLIENT_GONE.because("The client did not wait.");
            case HttpMessageNotReadableException body -> unreadable(body);
            case HttpRequestMethodNotSupportedException method -> methodNotAllowed(method);
            case HttpMediaTypeNotSupportedException type ->
                Problem.UNSUPPORTED_MEDIA_TYPE.because("Send the body as application/json in UTF-8.");
            case HttpMediaTypeNotAcceptableException type ->
                Problem.NOT_ACCEPTABLE.because("The Accept header does not allow application/json.");
            case MethodArgumentTypeMismatchException argument ->
                Problem.INVALID_PARAMETER
                        .because("The parameter '" + argument.getName() + "' is " + reason(argument) + ".");
            case MissingServletRequestParameterException parameter -> Problem.INVALID_PARAMETER
                    .because("The parameter '" + parameter.getParameterName() + "' is missing.");
            case MissingRequestHeaderException header ->
                Problem.INVALID_PARAMETER.because("The header '" + header.getHeaderName() + "' is missing.");
            case ServletRequestBindingException binding ->
                Problem.INVALID_PARAMETER.because("A parameter is not valid.");
            case InvalidParameterException encoding ->
                Problem.INVALID_PARAMETER.because("The query string is not properly encoded.");
            case RequestRejectedException path ->
                Problem.MALFORMED_REQUEST.because("The path or a header is not acceptable.");
            case AccessDeniedException denied -> Problem.FORBIDDEN.because("The caller may not do this.");
            case AuthenticationServiceException keysMissing ->
                Problem.UNAVAILABLE.because("Access tokens cannot be verified now.");
            case AuthenticationException who -> Problem.UNAUTHORIZED.because("A valid access token is required.");
            case ErrorResponse other ->
                ProblemStatus.of(other.getStatusCode().value()).because("The request was refused.");
            default -> null;
        };
    }

    /** It is no defect that a client gives up, whether while it sends or while it is answered. */
    private static boolean isOfAClientThatIsGone(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException unreadable(HttpMessageNotReadableException body) {
        return body.getCause() instanceof ProblemException cause
                ? cause
                : Problem.MALFORMED_BODY.because("A JSON object is expected as the body.");
    }

    private static ProblemException methodNotAllowed(HttpRequestMethodNotSupportedException method) {
        String[] supported = method.getSupportedMethods();
        Set<String> methods = new TreeSet<>(supported == null ? List.of() : List.of(supported));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        String allow = String.join(", ", methods);
        return Problem.METHOD_NOT_ALLOWED.because("This path takes " + allow + ".").withHeaders(Map.of("Allow", allow));
    }

    /** Our own ids say what is wrong with them; anything else is just not valid. */
    private static String reason(TypeMismatchException mismatch) {
        Throwable root = mismatch.getMostSpecificCause();
        return root.getClass() == IllegalArgumentException.class && root.getMessage() != null
                && root.getMessage().startsWith("not an id") ? root.getMessage() : "not valid";
    }
}
