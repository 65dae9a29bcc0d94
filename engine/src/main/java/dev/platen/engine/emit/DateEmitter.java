package dev.platen.engine.emit;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.code.Segment;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Control.DateMenus;
import dev.platen.engine.ir.Control.Years;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.moment.Moment;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes dates whose pieces are entered one by one. */
record DateEmitter(Emission emission, OptionEmitter options) {
    /** A piece: its number in the plan format, how its id ends, what it is called, and its values. */
    private enum Piece {
        YEAR(0, "_year", Word.YEAR, 0, 0),
        MONTH(1, "_month", Word.MONTH, 1, 12),
        DAY(2, "_day", Word.DAY, 1, 31),
        HOUR(3, "_hour", Word.HOUR, 0, 23),
        MINUTE(4, "_minute", Word.MINUTE, 0, 59),
        SECOND(5, "_second", Word.SECOND, 0, 59);

        private final int number;
        private final String suffix;
        private final Word word;
        private final int first;
        private final int last;

        Piece(int number, String suffix, Word word, int first, int last) {
            this.number = number;
            this.suffix = suffix;
            this.word = word;
            this.first = first;
            this.last = last;
        }
    }

    /** Writes the pieces in a frame of the field. */
    void emit(Field field, DateMenus menus, Where id, int value) {
        HtmlWriter html = emission.html();
        html.open(Element.FIELDSET);
        emission.role(Role.OPTIONS, "inline " + field.state().classes());
        id.attribute(Attribute.ID, emission.code(), html);
        emission.describedBy(id, field.words(), field.state());
        html.inside();
        emission.legend(id, field.words(), field.state().isRequired());
        emission.description(id, field.words());
        Moment initial = Moment.of(
                field.initial().stream().findFirst().map(Literal::text).orElse(""));
        for (Piece piece : pieces(menus)) {
            piece(field, piece, menus.years(), initial.piece(piece.number), id, value);
        }
        emission.errors(id, field.state());
        emission.help(id, field.words());
        html.close(Element.FIELDSET);
    }

    private static List<Piece> pieces(DateMenus menus) {
        List<Piece> date =
                switch (menus.order()) {
                    case YMD -> List.of(Piece.YEAR, Piece.MONTH, Piece.DAY);
                    case MDY -> List.of(Piece.MONTH, Piece.DAY, Piece.YEAR);
                    case DMY -> List.of(Piece.DAY, Piece.MONTH, Piece.YEAR);
                };
        return menus.hasTime()
                ? IntStream.range(0, Op.PIECES)
                        .mapToObj(i -> i < date.size() ? date.get(i) : Piece.values()[i])
                        .toList()
                : date;
    }

    private void piece(Field field, Piece piece, @Nullable Years years, OptionalInt initial, Where around, int value) {
        HtmlWriter html = emission.html();
        Where id = around.then(piece.suffix);
        html.open(Element.LABEL);
        emission.role(Role.OPTION_LABEL);
        id.attribute(Attribute.FOR, emission.code(), html);
        html.inside().open(Element.SPAN).inside();
        emission.word(piece.word);
        html.close(Element.SPAN);
        if (piece == Piece.YEAR && years == null) {
            number(field, id, initial, value);
        } else {
            menu(field, piece, years, id, initial, value);
        }
        html.close(Element.LABEL);
    }

    private void number(Field field, Where id, OptionalInt initial, int value) {
        HtmlWriter html = emission.html();
        html.open(Element.INPUT).attribute(Attribute.TYPE, "number");
        emission.role(Role.INPUT);
        identity(field, id);
        emission.flag(Attribute.READONLY, field.state().readOnly());
        emission.flag(Attribute.DISABLED, field.state().disabled());
        Segment segment = emission.code().segment(initial.isPresent() ? Integer.toString(initial.getAsInt()) : "");
        html.attribute(Attribute.MIN, "1").attribute(Attribute.MAX, "9999").begin(Attribute.VALUE);
        emission.code().op(Op.PIECE, value, segment.offset(), segment.length(), Piece.YEAR.number);
        html.end().inside();
    }

    private void menu(Field field, Piece piece, @Nullable Years years, Where id, OptionalInt initial, int value) {
        HtmlWriter html = emission.html();
        html.open(Element.SELECT);
        emission.role(Role.SELECT);
        identity(field, id);
        Expression isFixed =
                FieldEmitter.either(field.state().disabled(), field.state().readOnly());
        emission.flag(Attribute.DISABLED, isFixed);
        html.inside().open(Element.OPTION).attribute(Attribute.VALUE, "").inside();
        emission.word(piece.word);
        html.close(Element.OPTION);
        List<Integer> numbers = piece == Piece.YEAR && years != null
                ? numbers(years.first(), years.last())
                : numbers(piece.first, piece.last);
        options.pieces(numbers, initial, value, piece.number);
        html.close(Element.SELECT);
    }

    private static List<Integer> numbers(int first, int last) {
        Comparator<Integer> order = first > last ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return IntStream.rangeClosed(Math.min(first, last), Math.max(first, last))
                .boxed()
                .sorted(order)
                .toList();
    }

    private void identity(Field field, Where id) {
        id.attribute(Attribute.ID, emission.code(), emission.html());
        id.attribute(Attribute.NAME, emission.code(), emission.html());
        if (field.state().isRequired()) {
            emission.html().flag(Attribute.REQUIRED);
        }
    }
}
