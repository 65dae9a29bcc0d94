package dev.platen.engine.chart;

import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shapes and letters, in units of the drawing. Lengths are written with at most two decimals. */
record Canvas(HtmlWriter html) {
    static final int WIDTH = 480;
    static final int HEIGHT = 260;

    static String length(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    void rectangle(String kind, double x, double y, double width, double height, String title) {
        html.open(Element.RECT).attribute(Attribute.CLASS, kind);
        put(Attribute.X, x);
        put(Attribute.Y, y);
        put(Attribute.WIDTH, width);
        put(Attribute.HEIGHT, height);
        html.inside();
        title(title);
        html.close(Element.RECT);
    }

    void circle(String kind, double x, double y, double radius, String title) {
        html.open(Element.CIRCLE).attribute(Attribute.CLASS, kind);
        put(Attribute.CX, x);
        put(Attribute.CY, y);
        put(Attribute.R, radius);
        html.inside();
        title(title);
        html.close(Element.CIRCLE);
    }

    void path(String kind, String way, String title) {
        html.open(Element.PATH)
                .attribute(Attribute.CLASS, kind)
                .attribute(Attribute.D, way)
                .inside();
        title(title);
        html.close(Element.PATH);
    }

    void text(double x, double y, String anchor, String text) {
        html.open(Element.TEXT);
        put(Attribute.X, x);
        put(Attribute.Y, y);
        html.attribute(Attribute.TEXT_ANCHOR, anchor).inside().text(text).close(Element.TEXT);
    }

    private void put(Attribute attribute, double value) {
        html.attribute(attribute, length(value));
    }

    private void title(String text) {
        if (!text.isEmpty()) {
            html.element(Element.TITLE, text);
        }
    }
}
