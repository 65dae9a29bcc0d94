package dev.platen.engine.compile;

/**
 * What rendering a plan can take at most, as a function of the data. A <em>run</em> is one item of a list that is shown,
 * or one value that is shown by a part that contains itself.
 *
 * @param nodes parts of the form
 * @param fixedBytes bytes of the page with no runs and no data
 * @param bytesPerRun bytes that each run adds
 * @param bytesPerDataByte bytes that each byte of data adds, when all of it must be escaped
 * @param bytesPerRunAndDataByte bytes that each byte of data adds to each run, where runs show values from around them
 * @param fixedSteps instructions with no runs
 * @param stepsPerRun instructions that each run adds
 */
public record Cost(
        int nodes,
        long fixedBytes,
        long bytesPerRun,
        int bytesPerDataByte,
        int bytesPerRunAndDataByte,
        long fixedSteps,
        long stepsPerRun) {

    /** The size that a page cannot exceed. */
    public long maxBytes(long runs, long dataBytes) {
        return fixedBytes + runs * bytesPerRun + dataBytes * (bytesPerDataByte + runs * bytesPerRunAndDataByte);
    }

    /** The instructions that a page cannot exceed. */
    public long maxSteps(long runs) {
        return fixedSteps + runs * stepsPerRun;
    }
}
