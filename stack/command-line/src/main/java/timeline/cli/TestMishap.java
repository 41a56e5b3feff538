package timeline.cli;

/**
 * A test that did not pass, at first or at all.
 *
 * @param message the first line of what it complained about; empty when it said nothing
 */
record TestMishap(String test, String message) {
    private static final int LONGEST = 300;

    TestMishap {
        message = message.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
        message = message.length() <= LONGEST ? message : message.substring(0, LONGEST - 1) + "…";
    }

    @Override
    public String toString() {
        return message.isEmpty() ? test : test + ": " + message;
    }
}
