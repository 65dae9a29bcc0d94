package dev.platen.contract.problem;

import java.util.Locale;

/**
 * Why a request was not answered as asked. The same code stands in the problem+json reply, in the log and in the
 * metric tag.
 */
public enum ProblemCode {
    /** The body or the query of the request cannot be understood. */
    REQUEST_MALFORMED(Kind.USER, 400, "The request cannot be understood"),
    /** The request has no credential that is known here. */
    UNAUTHENTICATED(Kind.USER, 401, "Who asks is not known"),
    /** The credential does not allow what was asked. */
    FORBIDDEN(Kind.USER, 403, "The credential does not allow this"),
    /** There is no schema of that name for this tenant. */
    SCHEMA_UNKNOWN(Kind.USER, 404, "No such schema"),
    /** The page has no part of that id, for this data. */
    PART_UNKNOWN(Kind.USER, 404, "No such part"),
    /** The address of the part was not made by this installation. */
    FRAGMENT_UNKNOWN(Kind.USER, 404, "No such fragment"),
    /** The data that the part would show is no longer kept. */
    FRAGMENT_GONE(Kind.USER, 410, "The fragment is gone"),
    /** There is no such address. */
    ROUTE_UNKNOWN(Kind.USER, 404, "No such address"),
    /** The address exists, but not with that method. */
    METHOD_NOT_ALLOWED(Kind.USER, 405, "The address does not take that method"),
    /** Other schemas refer to the one that was to be removed. */
    SCHEMA_IN_USE(Kind.USER, 409, "Other schemas refer to this one"),
    /** The schema is not at the version that the request names. */
    PRECONDITION_FAILED(Kind.USER, 412, "The schema is at another version"),
    /** The body is of a kind that is not read here. */
    MEDIA_TYPE_UNKNOWN(Kind.USER, 415, "The body cannot be read"),
    /** The schema has errors; the problem carries all of them. */
    SCHEMA_REJECTED(Kind.USER, 422, "The schema was rejected"),
    /** The data is not JSON, or breaks a bound. */
    DATA_REJECTED(Kind.USER, 422, "The data was rejected"),
    /** The body did not arrive in time. */
    BODY_TOO_SLOW(Kind.USER, 408, "The body came too slowly"),
    /** The body is larger than the limit. */
    BODY_TOO_LARGE(Kind.LIMIT, 413, "The body is too large"),
    /** The tenant has had as many requests in this second as it may have. */
    TOO_MANY_REQUESTS(Kind.UNAVAILABLE, 429, "Too many requests"),
    /** The gateway has as much work in flight as it may have. */
    OVERLOADED(Kind.UNAVAILABLE, 503, "The service is full"),
    /** The log or the workers did not answer in time. */
    DEADLINE_EXCEEDED(Kind.UNAVAILABLE, 504, "The answer did not come in time"),
    /** A part that the answer depends on is away. */
    UNAVAILABLE(Kind.UNAVAILABLE, 503, "A part of the service is away"),
    /** A defect of ours. */
    INTERNAL(Kind.INTERNAL, 500, "The service has a defect");

    private final Kind kind;
    private final int status;
    private final String title;

    ProblemCode(Kind kind, int status, String title) {
        this.kind = kind;
        this.status = status;
        this.title = title;
    }

    /** Whose turn it is: the caller's, the limit's, the operator's or ours. */
    public Kind kind() {
        return kind;
    }

    /** The HTTP status that goes with the code. */
    public int status() {
        return status;
    }

    /** A title that never varies with the cause. */
    public String title() {
        return title;
    }

    /** Whether the same request may succeed later. */
    public boolean isRetryable() {
        return kind == Kind.UNAVAILABLE;
    }

    /** The code as it is printed: kebab case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Who can do something about a problem. */
    public enum Kind {
        /** The caller, by changing the request. */
        USER,
        /** The caller, by sending less. */
        LIMIT,
        /** Time, or whoever runs the service. */
        UNAVAILABLE,
        /** The authors of the service. */
        INTERNAL
    }
}
