package timeline.drill.report;

import timeline.drill.crowd.Ledger.Request;

/** What users ask for, by its pattern, and how that ends, in few words. */
final class Endpoints {
    private Endpoints() {
    }

    /** {@code DELETE /v1/tweets/{id}}. */
    static String of(Request request) {
        int query = request.path().indexOf('?');
        String path = query < 0 ? request.path() : request.path().substring(0, query);
        return request.method() + " " + path.replaceAll("/[0-9]+", "/{id}");
    }

    /** The status, or that there was none. */
    static String ending(Request request) {
        return request.ending().status() == 0 ? "no answer" : Integer.toString(request.ending().status());
    }

    static boolean isRead(Request request) {
        return request.method().equals("GET");
    }

    static boolean isPost(Request request) {
        return request.method().equals("POST") && request.path().equals("/v1/tweets");
    }
}
