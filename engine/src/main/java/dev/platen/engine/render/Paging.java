package dev.platen.engine.render;

import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.html.Swaps;
import dev.platen.engine.link.ValueType;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shows long lists page by page. What is not on the page goes along as JSON, so that a posted page is the whole list. Not
 * thread-safe; used for one rendering.
 */
final class Paging {
    /** Pages that are offered on each side of the one that is shown. */
    private static final int AROUND = 2;
    /** Pages that are offered because something is wrong there. */
    private static final int MOST_WRONG = 10;

    private final Data data;
    private final Steps steps;
    private final Remarks remarks;
    private final Page page;
    private final boolean hasFiles;
    private final HtmlOutput out;

    /**
     * Pages of one rendering.
     *
     * @param hasFiles whether the form may hold files
     */
    Paging(Data data, Steps steps, Remarks remarks, Page page, boolean hasFiles, HtmlOutput out) {
        this.data = data;
        this.steps = steps;
        this.remarks = remarks;
        this.page = page;
        this.hasFiles = hasFiles;
        this.out = out;
    }

    /**
     * The items of a list that are shown.
     *
     * @param first index of the first
     * @param end index behind the last
     * @param page number of the page
     * @param pages how many there are
     */
    record Window(int first, int end, int page, int pages) {
        static final Window ALL = new Window(0, Integer.MAX_VALUE, 0, 1);

        static Window of(int page, int size, int items) {
            int pages = (items + size - 1) / size;
            int shown = Math.clamp(page, 0, pages - 1);
            return new Window(shown * size, Math.min(items, (shown + 1) * size), shown, pages);
        }

        boolean contains(int index) {
            return index >= first && index < end;
        }
    }

    /** Whether the list has more items than a page; 0 stands for pages of any size. */
    boolean isLong(int list, int size) {
        Tape tape = data.tape();
        if (size == 0 || tape.type(list) != ValueType.LIST) {
            return false;
        }
        int end = tape.after(list);
        int items = 0;
        for (int item = tape.firstItem(list); item < end && items <= size; item = tape.after(item)) {
            items++;
        }
        return items > size;
    }

    /** The page of a long list that people turned to, unless something is wrong on others only: then the first of those. */
    Window window(int list, int size, String id) {
        int items = data.tape().count(list);
        Window chosen = Window.of(remarks.page(id), size, items);
        List<Integer> wrong = remarks.wrongItems(id);
        return wrong.isEmpty() || wrong.stream().anyMatch(chosen::contains)
                ? chosen
                : Window.of(wrong.getFirst() / size, size, items);
    }

    /** Writes what leads to the other pages of a long list, and the items that are on those. */
    void write(int list, int size, String id) throws Refused {
        Window window = window(list, size, id);
        carried(list, 0, window.first(), id + "__before");
        carried(list, window.end(), Integer.MAX_VALUE, id + "__after");
        out.markup(HtmlWriter.capture(html -> {
            html.open(Element.INPUT).attribute(Attribute.TYPE, "hidden");
            html.attribute(Attribute.NAME, id + "__page")
                    .attribute(Attribute.VALUE, Integer.toString(window.page()))
                    .inside();
            html.open(Element.DIV).attribute(Attribute.ROLE, "group");
            classes(html, Role.PAGER);
            html.attribute(Attribute.ARIA_LABEL, page.text(Word.PAGE)).inside();
            unseen(html, window, id);
            buttons(html, window, remarks.wrongItems(id), size, id);
            html.close(Element.DIV);
        }));
    }

    /** Items that are not shown, in a control that is not either: JSON takes less room between tags than between quotes. */
    private void carried(int list, int from, int to, String name) throws Refused {
        out.markup(HtmlWriter.capture(html -> html.open(Element.TEXTAREA)
                .attribute(Attribute.NAME, name)
                .flag(Attribute.HIDDEN)
                .inside()));
        Tape tape = data.tape();
        JsonText text = new JsonText(data, steps, false, out);
        String separator = "[";
        int end = tape.after(list);
        int index = 0;
        for (int item = tape.firstItem(list); item < end && index < to; item = tape.after(item), index++) {
            if (index >= from) {
                out.markup(separator);
                text.write(item);
                separator = ",";
            }
        }
        out.markup(separator.equals("[") ? "[]" : "]");
        out.markup(HtmlWriter.capture(html -> html.close(Element.TEXTAREA)));
    }

    /** The summary of errors leads here where what is wrong is on another page. */
    private void unseen(HtmlWriter html, Window window, String id) {
        remarks.wrongWithin(id)
                .filter(wrong -> !window.contains(Remarks.index(id, wrong)))
                .forEach(wrong -> html.open(Element.SPAN)
                        .attribute(Attribute.ID, wrong)
                        .inside()
                        .close(Element.SPAN));
    }

    private void buttons(HtmlWriter html, Window window, List<Integer> wrong, int size, String id) {
        int last = window.pages() - 1;
        button(html, id, "__previous", Math.max(0, window.page() - 1), window.page() == 0, page.text(Word.PREVIOUS));
        int before = -1;
        for (int number : numbers(window, wrong, size)) {
            if (number > before + 1) {
                html.element(Element.SPAN, "…");
            }
            number(html, id, number, number == window.page());
            before = number;
        }
        button(html, id, "__next", Math.min(last, window.page() + 1), window.page() == last, page.text(Word.NEXT));
    }

    /** The first page, the last, those around the one that is shown, and the first on which something is wrong. */
    private static int[] numbers(Window window, List<Integer> wrong, int size) {
        int last = window.pages() - 1;
        IntStream around =
                IntStream.rangeClosed(Math.max(0, window.page() - AROUND), Math.min(last, window.page() + AROUND));
        IntStream pages = wrong.stream()
                .mapToInt(item -> Math.min(last, item / size))
                .distinct()
                .limit(MOST_WRONG);
        return Stream.of(IntStream.of(0, last), around, pages)
                .flatMapToInt(numbers -> numbers)
                .sorted()
                .distinct()
                .toArray();
    }

    /** One that leads nowhere stays, so that the focus does, too. */
    private void button(HtmlWriter html, String id, String suffix, int target, boolean isAtEnd, String label) {
        begin(html, id, suffix, target);
        if (isAtEnd) {
            html.attribute(Attribute.ARIA_DISABLED, "true");
        }
        html.inside().text(label).close(Element.BUTTON);
    }

    private void number(HtmlWriter html, String id, int number, boolean isShown) {
        String printed = Integer.toString(number + 1);
        begin(html, id, "__page_" + number, number);
        html.attribute(Attribute.ARIA_LABEL, page.text(Word.PAGE) + " " + printed);
        if (isShown) {
            html.attribute(Attribute.ARIA_CURRENT, "page");
        }
        html.inside().text(printed).close(Element.BUTTON);
    }

    private void begin(HtmlWriter html, String id, String suffix, int target) {
        html.open(Element.BUTTON).attribute(Attribute.TYPE, "submit");
        classes(html, Role.MOVE);
        html.attribute(Attribute.ID, id + suffix)
                .attribute(Attribute.NAME, "_page")
                .attribute(Attribute.VALUE, id + "." + target)
                .flag(Attribute.FORMNOVALIDATE);
        if (page.isScripted()) {
            Swaps.frame(html, hasFiles, () -> html.attributeText(page.targetOf()));
        }
    }

    private void classes(HtmlWriter html, Role role) {
        html.begin(Attribute.CLASS).attributeText(page.classesOf(role)).end();
    }
}
