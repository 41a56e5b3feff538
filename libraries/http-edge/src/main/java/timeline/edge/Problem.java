package timeline.edge;

import java.time.Duration;
import java.util.List;

/**
 * Every kind of error that a client can meet: the closed vocabulary of RFC 9457 problem types. A type is stable and means one
 * thing; clients branch on it, people read the detail.
 */
public enum Problem {
    /** The request line, a header or the path is not HTTP that we accept. */
    MALFORMED_REQUEST(400, "malformed-request", "The request is not well-formed"),
    /** The body is not JSON of the expected shape: syntax, encoding, unknown or repeated fields, wrong types. */
    MALFORMED_BODY(400, "malformed-body", "The body is not JSON of the expected shape"),
    /** A path id, query parameter or header has a value that is out of its bounds, empty or repeated. */
    INVALID_PARAMETER(400, "invalid-parameter", "A parameter is not valid"),
    /** The cursor was not issued to this caller for this list. */
    INVALID_CURSOR(400, "invalid-cursor", "The cursor is not valid here"),
    /** No access token, or one that is not valid; {@code WWW-Authenticate} tells which. */
    UNAUTHORIZED(401, "unauthorized", "A valid access token is required"),
    /** The caller is known, and it is not theirs. */
    FORBIDDEN(403, "forbidden", "The caller may not do this"),
    /** No such path, or nothing (any more) under this id. */
    NOT_FOUND(404, "not-found", "There is nothing here"),
    /** {@code Allow} tells the methods that there are. */
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This path does not take this method"),
    /** {@code Accept} excludes JSON. */
    NOT_ACCEPTABLE(406, "not-acceptable", "Only application/json can be answered"),
    /** The body did not arrive in time. */
    REQUEST_TIMEOUT(408, "request-timeout", "The request came too slowly"),
    /** Somebody has the username, in whatever case. */
    USERNAME_TAKEN(409, "username-taken", "The username is taken"),
    /** The first request with this key has not ended yet: its outcome is not known. */
    IDEMPOTENCY_IN_FLIGHT(409, "idempotency-in-flight", "A request with this Idempotency-Key is still in flight"),
    /** What the request was based on is no longer so (internal calls). */
    CONFLICT(409, "conflict", "The state has changed meanwhile"),
    /** More bytes than any body of ours needs. */
    BODY_TOO_LARGE(413, "body-too-large", "The body is larger than 16 KiB"),
    /** The request line is too long. */
    URI_TOO_LONG(414, "uri-too-long", "The request target is too long"),
    /** Another media type, another charset, or a compressed body. */
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The body must be application/json in UTF-8"),
    /** {@code Expect} asks for more than {@code 100-continue}. */
    EXPECTATION_FAILED(417, "expectation-failed", "What the request expects is not done here"),
    /** Fields are well-formed but a value is not allowed; {@code errors} points to each. */
    VALIDATION(422, "validation", "A field has a value that is not allowed"),
    /** The key stands for another request of the same caller. */
    IDEMPOTENCY_KEY_REUSED(422, "idempotency-key-reused", "The Idempotency-Key was used with another body"),
    /** A follow with oneself as the target. */
    SELF_FOLLOW(422, "self-follow", "Nobody can follow themselves"),
    /** A follow beyond the limit. */
    FOLLOW_LIMIT(422, "follow-limit", "The caller follows as many accounts as are allowed"),
    /** The moderation hook on the write path refused the content. */
    CONTENT_REJECTED(422, "content-rejected", "The content is not allowed here"),
    /** The caller's allowance is used up; {@code Retry-After} tells when there is more. */
    RATE_LIMITED(429, "rate-limited", "Too many requests"),
    /** Too many header bytes or too many headers. */
    HEADERS_TOO_LARGE(431, "headers-too-large", "The request headers are too large"),
    /** The client went away: nobody reads this, it is there to be counted. */
    CLIENT_GONE(499, "client-gone", "The client did not wait for the answer"),
    /** A defect of ours, logged under the trace id. Guarantee G12: no input and no fault leads here. */
    INTERNAL(500, "internal", "The service failed"),
    /** A transfer encoding other than chunks, or a method that no server here knows. */
    NOT_IMPLEMENTED(501, "not-implemented", "The request needs what this server does not do"),
    /** Shed load: the request was not begun. */
    OVERLOADED(503, "overloaded", "The service is overloaded"),
    /** Something that this answer cannot do without is down. */
    UNAVAILABLE(503, "unavailable", "The service cannot answer now"),
    /** This instance's clock was set back, and is waited for: an id or a time made now could repeat or lie. */
    CLOCK_SKEW(503, "clock-skew", "The clock of this instance is not right"),
    /** The answer did not come within its time; whether the request took effect is not known. */
    TIMEOUT(504, "timeout", "The answer took too long"),
    /** HTTP/1.0 and HTTP/1.1 are spoken. */
    HTTP_VERSION(505, "http-version", "This version of HTTP is not spoken here");

    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(1);

    private final int status;
    private final String slug;
    private final String title;

    Problem(int status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    /** The HTTP status, always the same for a type. */
    public int status() {
        return status;
    }

    /** The last part of {@link #type()}; also the metrics label. */
    public String slug() {
        return slug;
    }

    /** The type's URI: a name, not a location. */
    public String type() {
        return "urn:timeline:problem:" + slug;
    }

    /** One short sentence without a full stop, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** An occurrence to throw. {@code detail} is shown to the client: no secrets, host names, queries or class names. */
    public ProblemException because(String detail) {
        return new ProblemException(this, detail, List.of(), retryAfter());
    }

    /** An occurrence that points to one field of the body by JSON Pointer (RFC 6901), for example {@code /text}. */
    public ProblemException at(String pointer, String detail) {
        return at(List.of(new Violation(pointer, detail)));
    }

    /** An occurrence that points to several fields of the body. */
    public ProblemException at(List<Violation> violations) {
        return new ProblemException(this, title + ".", violations, retryAfter());
    }

    /** An occurrence that tells when to try again; whole seconds are sent, rounded up, at least one. */
    public ProblemException retryAfter(Duration wait, String detail) {
        return new ProblemException(this, detail, List.of(), wait);
    }

    private Duration retryAfter() {
        return status == 429 || status == 503 || status == 504 ? DEFAULT_RETRY_AFTER : Duration.ZERO;
    }
}
