package dev.platen.engine.compile;

import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Call;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.ir.Node.Notice;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Words;
import java.util.List;

/** A pass that drops the parts that would show nothing. */
final class WithoutEmptyParts {
    private WithoutEmptyParts() {}

    static Form of(Form form) {
        List<Node> routines =
                form.routines().stream().map(WithoutEmptyParts::of).toList();
        return new Form(form.title(), of(form.root()), routines, form.submit(), form.data());
    }

    private static Node of(Node node) {
        return switch (node) {
            case Section section ->
                new Section(section.spot(), section.words(), section.isRequired(), filled(section.children()));
            case Repeat repeat ->
                new Repeat(
                        repeat.spot(),
                        repeat.words(),
                        of(repeat.item()),
                        repeat.initial().stream().map(WithoutEmptyParts::of).toList(),
                        repeat.canAdd(),
                        repeat.canRemove());
            case Field field -> field;
            case Call call -> call;
            case Notice notice -> notice;
        };
    }

    private static List<Node> filled(List<Node> nodes) {
        return nodes.stream()
                .map(WithoutEmptyParts::of)
                .filter(node -> !isEmpty(node))
                .toList();
    }

    private static boolean isEmpty(Node node) {
        return switch (node) {
            case Section section ->
                section.children().isEmpty() && section.words().equals(Words.NONE);
            case Repeat repeat -> false;
            case Field field -> false;
            case Call call -> false;
            case Notice notice -> notice.message().isEmpty();
        };
    }
}
