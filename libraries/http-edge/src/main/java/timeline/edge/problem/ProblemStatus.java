package timeline.edge.problem;

import timeline.edge.Problem;

/** The problem for an error of which only the HTTP status is known, as from the servlet container. */
final class ProblemStatus {
    private ProblemStatus() {
    }

    static Problem of(int status) {
        return switch (status) {
            case 401 -> Problem.UNAUTHORIZED;
            case 403 -> Problem.FORBIDDEN;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 406 -> Problem.NOT_ACCEPTABLE;
            case 408 -> Problem.REQUEST_TIMEOUT;
            case 409 -> Problem.CONFLICT;
            case 413 -> Problem.BODY_TOO_LARGE;
            case 414 -> Problem.URI_TOO_LONG;
            case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE;
            case 417 -> Problem.EXPECTATION_FAILED;
            case 429 -> Problem.RATE_LIMITED;
            case 431 -> Problem.HEADERS_TOO_LARGE;
            case 499 -> Problem.CLIENT_GONE;
            case 501 -> Problem.NOT_IMPLEMENTED;
            case 502, 503 -> Problem.UNAVAILABLE;
            case 504 -> Problem.TIMEOUT;
            case 505 -> Problem.HTTP_VERSION;
            default -> status >= 500 ? Problem.INTERNAL : Problem.MALFORMED_REQUEST;
        };
    }
}
