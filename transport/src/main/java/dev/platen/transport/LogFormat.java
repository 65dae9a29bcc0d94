package dev.platen.transport;

/** How lines of logs are written. */
public enum LogFormat {
    /** For people, as {@code quarkus.log.console.format} says. */
    TEXT,
    /** One object of JSON a line, with the keys of {@link LogKey}. */
    JSON
}
