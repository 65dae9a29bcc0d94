package dev.platen.engine.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a small part of Markdown (as CommonMark has it): paragraphs, lists of one level, emphasis, code and links.
 * Everything else stands as it was written. Every text is readable, in time in proportion to its length.
 */
public final class Markdown {
    private static final Pattern ITEM = Pattern.compile(" {0,3}(?:([-*+])|([0-9]{1,9})[.)])[ \\t]+(.*)");

    private Markdown() {}

    /** The text, block by block. */
    public static List<Block> read(String text) {
        List<Block> blocks = new ArrayList<>();
        Draft draft = new Draft(blocks);
        text.lines().forEach(draft::line);
        draft.end();
        return blocks;
    }

    /** The block that is being read. */
    private static final class Draft {
        private final List<Block> blocks;
        /** The paragraph, or the items of the list so far. */
        private final List<StringBuilder> texts = new ArrayList<>();

        private boolean isList;
        private boolean isOrdered;
        private boolean isAfterBlank;

        Draft(List<Block> blocks) {
            this.blocks = blocks;
        }

        void line(String line) {
            Optional<Matcher> item = Optional.of(ITEM.matcher(line)).filter(Matcher::matches);
            if (line.isBlank()) {
                isAfterBlank = true;
            } else if (item.isPresent()) {
                item(item.get().group(2) != null, item.get().group(3));
            } else {
                words(line.strip());
            }
        }

        private void item(boolean ordered, String words) {
            if (!isList || isOrdered != ordered) {
                end();
            }
            isList = true;
            isOrdered = ordered;
            isAfterBlank = false;
            texts.add(new StringBuilder(words.strip()));
        }

        private void words(String words) {
            if (isAfterBlank) {
                end();
            }
            if (texts.isEmpty()) {
                texts.add(new StringBuilder(words));
            } else {
                texts.getLast().append('\n').append(words);
            }
        }

        void end() {
            List<List<Inline>> read =
                    texts.stream().map(words -> Line.read(words.toString())).toList();
            if (isList) {
                blocks.add(new Block.Items(isOrdered, read));
            } else if (!read.isEmpty()) {
                blocks.add(new Block.Paragraph(read.getFirst()));
            }
            texts.clear();
            isList = false;
            isAfterBlank = false;
        }
    }
}
