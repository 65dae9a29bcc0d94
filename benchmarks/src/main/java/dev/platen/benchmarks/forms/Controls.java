package dev.platen.benchmarks.forms;

import java.util.regex.Pattern;

/** Counts what a person can fill in on a page. */
final class Controls {
    private static final Pattern CONTROL = Pattern.compile("<(?:input(?![^>]*type=\"hidden\")|select|textarea)\\b");

    private Controls() {}

    static long in(String page) {
        return CONTROL.matcher(page).results().count();
    }
}
