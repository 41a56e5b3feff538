package timeline.system.input;

import java.util.List;

/**
 * A line of the table: what is sent, and what may come back.
 *
 * @param statuses any of them, when all is well
 * @param problem the problem's type; empty when it is no matter
 */
record Row(String name, RawRequest request, List<Integer> statuses, String problem) {
    static Row refused(String name, RawRequest request, int status, String problem) {
        return new Row(name, request, List.of(status), problem);
    }

    /** One that is as it should be. */
    static Row taken(String name, RawRequest request, int status) {
        return new Row(name, request, List.of(status), "");
    }

    /** Whether it must leave everything as it was. */
    boolean isRefused() {
        return statuses.stream().allMatch(status -> status >= 400);
    }

    @Override
    public String toString() {
        return request.operation() + ": " + name;
    }
}
