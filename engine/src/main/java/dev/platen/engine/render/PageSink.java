package dev.platen.engine.render;

/** Takes the bytes of a page as they are written. */
@FunctionalInterface
public interface PageSink {
    /** Size of the pieces in which a page is streamed, in bytes. */
    int CHUNK = 8 * 1024;

    /**
     * Takes the next piece. The array is used again after the call: whoever keeps the bytes copies them. A sink that
     * fails throws an unchecked exception, which ends the rendering and reaches its caller.
     */
    void write(byte[] buffer, int offset, int length);

    /** How many bytes are gathered, at least, before they are handed over; the last piece may have fewer. */
    default int chunk() {
        return CHUNK;
    }
}
