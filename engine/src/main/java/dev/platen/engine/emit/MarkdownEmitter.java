package dev.platen.engine.emit;

import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.html.Urls;
import dev.platen.engine.markdown.Block;
import dev.platen.engine.markdown.Inline;
import dev.platen.engine.markdown.Markdown;
import java.util.List;

/** Writes formatted texts. An address that may not stand in a page is left out; the words that lead to it are not. */
record MarkdownEmitter(HtmlWriter html) {
    void write(String text) {
        Markdown.read(text).forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> element(Element.P, paragraph.content());
            case Block.Items list -> {
                Element element = list.isOrdered() ? Element.OL : Element.UL;
                html.open(element).inside();
                list.items().forEach(item -> element(Element.LI, item));
                html.close(element);
            }
        }
    }

    private void element(Element element, List<Inline> content) {
        html.open(element).inside();
        content.forEach(this::inline);
        html.close(element);
    }

    private void inline(Inline inline) {
        switch (inline) {
            case Inline.Plain plain -> html.text(plain.text());
            case Inline.Code code -> html.element(Element.CODE, code.text());
            case Inline.Emphasis emphasis ->
                element(emphasis.isStrong() ? Element.STRONG : Element.EM, emphasis.content());
            case Inline.Link link -> {
                if (Urls.isAllowed(link.address())) {
                    html.open(Element.A).attribute(Attribute.HREF, link.address());
                    html.inside();
                    link.content().forEach(this::inline);
                    html.close(Element.A);
                } else {
                    link.content().forEach(this::inline);
                }
            }
        }
    }
}
