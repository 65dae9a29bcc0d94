package dev.platen.contract.limit;

/**
 * Every bound that input runs into. Counted while reading, before any tree is built.
 *
 * @param schemaBytes size of a submitted document
 * @param dataBytes size of the data of one render
 * @param depth nesting of JSON values, and of calls while rendering
 * @param tokens JSON tokens in one document
 * @param stringBytes size of one JSON string of a document, see {@link #ofData()}
 * @param nameLength characters of one member name
 * @param numberLength characters of one number
 * @param documents stored documents that one document may be made of; they count into its size
 * @param planNodes nodes of one plan
 * @param expressionCost estimated steps of one expression, were each list of the data 100 items long
 * @param renderSteps opcodes that one render may execute
 * @param renderBytes size of one rendered page
 */
public record Limits(
        int schemaBytes,
        int dataBytes,
        int depth,
        int tokens,
        int stringBytes,
        int nameLength,
        int numberLength,
        int documents,
        int planNodes,
        int expressionCost,
        long renderSteps,
        long renderBytes) {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    /** The limits of the product. */
    public static final Limits DEFAULT =
            new Limits(MIB, 4 * MIB, 64, 200_000, 64 * KIB, 256, 64, 100, 50_000, 1_000_000, 5_000_000, 64L * MIB);

    /** The same for reading data, in which one string, the content of a file, may be all there is. */
    public Limits ofData() {
        return new Limits(
                schemaBytes,
                dataBytes,
                depth,
                tokens,
                dataBytes,
                nameLength,
                numberLength,
                documents,
                planNodes,
                expressionCost,
                renderSteps,
                renderBytes);
    }

    /** Refuses a bound that is not positive. */
    public Limits {
        long smallest = Math.min(
                Math.min(Math.min(schemaBytes, dataBytes), Math.min(depth, tokens)),
                Math.min(
                        Math.min(
                                Math.min(Math.min(stringBytes, nameLength), Math.min(numberLength, planNodes)),
                                Math.min(expressionCost, documents)),
                        Math.min(renderSteps, renderBytes)));
        if (smallest <= 0) {
            throw new IllegalArgumentException("every limit must be positive, found " + smallest);
        }
    }
}
