package dev.platen.benchmarks.pages;

/** Whether two pages are the same, byte for byte. */
final class SamePage {
    private static final int BEFORE = 120;
    private static final int AFTER = 40;

    private SamePage() {}

    /** Refuses a page that is not the expected one, and shows where they part. */
    static void check(String expected, String found) {
        int at = 0;
        while (at < Math.min(expected.length(), found.length()) && expected.charAt(at) == found.charAt(at)) {
            at++;
        }
        if (!expected.equals(found)) {
            throw new IllegalStateException("pages differ at character %d: expected%n%s%nbut found%n%s"
                    .formatted(at, near(expected, at), near(found, at)));
        }
    }

    private static String near(String page, int at) {
        return page.substring(Math.max(0, at - BEFORE), Math.min(page.length(), at + AFTER));
    }
}
