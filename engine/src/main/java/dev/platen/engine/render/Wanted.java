package dev.platen.engine.render;

import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.html.HtmlWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What is wanted of a page: all of it, or one part, which is looked for along the ids that lead to it. The id of a part
 * begins with that of the part around it. Not thread-safe; used for one rendering.
 */
final class Wanted {
    /** How a part relates to the one that is wanted. */
    enum Relation {
        /** It is to be written, and so is what is within it. */
        WRITTEN,
        /** The one that is wanted may be within it. */
        SEARCHED,
        /** It has nothing to do with it. */
        PASSED
    }

    /** As ids are built up while rendering: escaped. */
    private final byte[] id;

    private final HtmlOutput path;
    private final byte[] segments;
    private boolean isSearching;
    /** Parts that are open at and within the one that was found. */
    private int open;

    /**
     * What is wanted.
     *
     * @param part id of the part; empty for the whole page
     * @param path of ids that the rendering builds up
     * @param segments of the plan
     */
    Wanted(String part, HtmlOutput path, byte[] segments) {
        this.id = HtmlWriter.escapedAttribute(part).getBytes(StandardCharsets.UTF_8);
        this.isSearching = id.length > 0;
        this.path = path;
        this.segments = segments;
    }

    /** The sink, for what is wanted only. */
    PageSink only(PageSink sink) {
        if (!isSearching) {
            return sink;
        }
        return new PageSink() {
            @Override
            public void write(byte[] buffer, int offset, int length) {
                if (!isSearching) {
                    sink.write(buffer, offset, length);
                }
            }

            @Override
            public int chunk() {
                return isSearching ? CHUNK : sink.chunk();
            }
        };
    }

    /** Whether the part was not found yet: what is written is of no use then. */
    boolean isSearching() {
        return isSearching;
    }

    /** Whether the part may be within what has the path as it is. */
    boolean isOnPath() {
        return !isSearching || startsWith(0, path.bytes(), 0, path.size());
    }

    /** Begins the part whose id is the path with the segment. */
    Relation begin(int offset, int length) {
        if (!isSearching) {
            open++;
            return Relation.WRITTEN;
        }
        boolean isAround = isOnPath() && startsWith(path.size(), segments, offset, length);
        if (!isAround) {
            return Relation.PASSED;
        }
        if (path.size() + length < id.length) {
            return Relation.SEARCHED;
        }
        isSearching = false;
        open = 1;
        return Relation.WRITTEN;
    }

    /** Whether the path with the segment is the id of the part that is wanted. */
    boolean is(int offset, int length) {
        return id.length > 0
                && path.size() + length == id.length
                && startsWith(0, path.bytes(), 0, path.size())
                && startsWith(path.size(), segments, offset, length);
    }

    /** Ends the part that began last, and tells whether it was the one that is wanted. */
    boolean end() {
        if (isSearching) {
            return false;
        }
        open--;
        return open == 0 && id.length > 0;
    }

    private boolean startsWith(int from, byte[] source, int offset, int length) {
        return length <= id.length - from && Arrays.equals(id, from, from + length, source, offset, offset + length);
    }
}
